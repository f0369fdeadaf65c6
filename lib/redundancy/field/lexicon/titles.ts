/** Words in the title of a form that name the people it is about. */
export const PEOPLE_TITLES = `残疾人 残疾 残障 低保 五保 特困 困难学生 救助 优抚 退役 军人 士兵 老战士 转业干部 复员干部 居民 村民 人口 人员 学生 中小学生 考生 青少年 儿童 新生儿 婴幼儿 孕产妇 妇女 老人 老年人 老龄 高龄 敬老 养老服务补贴 患者 精神病人 党员 干部 公务员 选调生 民警 个人 本人 家人 子女 自然人 律师名录 律师表彰 律师执业 律师执业证 律师 医师 护士 乡村医生 执业药师 公证员 司法鉴定人 会计人员 法律服务工作者 教师 教职工 志愿者 失业 就业困难 灵活就业登记 灵活就业社保 灵活就业证明 自主创业 职业技能鉴定 社保卡 医保卡 健康卡 健康档案 居民医疗保险 门急诊 门诊 医疗帮困 丧葬 驾驶 流动人口 实有人口 境外人员 访客 住户 租户 社区矫正 刑满释放 吸毒 持证人 员工 专家 身份证信息 户籍 职工 生育 奖励信息 问责 违纪 廉政谈话 报备表 婚姻 出国 护照 通行证 住房情况 收入情况 股票 基金 生活会 离职 退学 休学 转学 学籍 成绩 体检 入伍 选手 运动员 指导员 购房 租客 求职 培训学员 法律援助 养护服务 人工耳蜗 假肢 轮椅 白内障 肢体矫治 价格补贴 移民 贫困 留守 法律工作者 举报人 兵 干部人事 家庭 病人 糖尿病 高血压 出生医学 呼叫 老年 走访记录 党费 组织关系 评估对象 健康检查 访视 升学 劳动保障 职业指导`;

/** Words in the title of a form that name an organisation, or what only organisations apply for. */
export const ORGANISATION_TITLES = `企业 公司 单位 机构 法人 合作社 个体工商户 商户 门店 事务所 旅行社 学校 院校 医院 园区 基地 孵化器 众创空间 组织 社会组织 委员会 服务所 场所 娱乐场所 停车场 经营许可 经营许可证 经营备案 生产许可 安全生产 使用许可 食品经营 药品 医疗器械 危险化学品 易制毒 危险废物 辐射 计量器具 计量标准 特种设备 资质 资质认定 采购 招标 预算 国有资产 账户 财政 退库 集体合同 劳务派遣 预付卡 品牌 商标 专利 科技 高新技术 项目 工程 施工 建设 规划 用地 林地 环保 排污 污染防治 消防 广告 演出 电影 出版物 印刷 广播电视 文物 博物馆 娱乐 船舶 运输 航道 粮食 烟草 酒类 种畜禽 兽医 动物诊疗 农药 林木种子 募捐 档案验收 档案馆 公积金缴存单位 税务 名称预先核准 产品 标准 检疫 抽样统计 营业 律所 国有企业 国资 资产 仪器 技术改造 文明工地 基地 党组织信息 支部信息 职业危害 职业健康 物业 房地产 经纪`;

/** Words of official acts that mostly concern people, or mostly organisations, where the title names neither. */
export const WEAK_PEOPLE_TITLES = `补贴 补助 津贴 救助金 执业 就业 帮扶 保险 登记认定`;
export const WEAK_ORGANISATION_TITLES = `许可 审批 备案 验收 核发 核准 认定 审查 资助 扶持 设施 签发 处罚 名录 申请 申报`;

/** Words in a title under which everybody listed is somebody else than the person whom the form is about. */
export const RELATIVES_TITLES = `家庭成员 家庭主要成员 家属 亲属 社会关系 成员信息 家庭成员信息`;

/** Words of a title that do not tell one matter from another. */
export const TITLE_NOISE = `信息采集表 基本信息表 信息登记表 情况登记表 情况统计表 信息汇总表 登记备案表 登记审批表 申请审批表 申请登记表 基本情况表 申请书 申请表 登记表 统计表 汇总表 审批表 申报表 备案表 记录表 花名册 信息表 情况表 一览表 明细表 名册 名单 台账 台帐 清单 模板 数据子类表 数据类表 数据表 基础数据 基本数据 基本信息 基本情况 基础信息 信息 情况 管理 登记 表`;
