/** Words that say nothing about which datum is meant. */
export const NOISE = `
所属 所在 现 目前 当前 本次 具体 详细 有关 相关 的 之 该 其 与 和本人 请 请填写 输入 请输入 请选择 选择 点击 属于 享受 纳入 列为 本户 基础 单位或个人 可多选 多选 汉字 所 现场 法定 已经 何种 此类
`;

/** Words after which a field asks for yes or no. */
export const FLAGS = `是否 是否为 是否属于 是否享受 是否纳入 是否有 有无 是不是 有没有 能否 是否参加 是否具有 是否已 是否存在 是否是 是否建立 是否取得 是否加入 是否持有`;

/** Words after which the datum is written out at length, without making it another. */
export const LOOSE = `信息 资料 基本信息 数据 详情 信息内容 数组`;

/** Units a figure is given in. */
export const UNITS = `万元 元 千元 亿元 分 平方米 m2 m² ㎡ 公顷 亩 平方公里 公里 千米 米 m cm 厘米 kg g 公斤 千克 吨 吨/年 万吨 岁 周岁 年 个月 月 天 日 小时 分钟 人 户 个 件 张 台 套 份 次 场 座 间 栋 % ％ 元/年 元/月 千瓦 kw 条 gb 级 度 孔`;
