/** Sentences as they stand in notices, half of them without any demand; the bench strings them together. */
const SENTENCES = [
  "各村（社区）要高度重视，明确专人负责，抓好工作落实，有关情况及时报镇党政办公室。",
  "今年以来，全县上下坚持以习近平新时代中国特色社会主义思想为指导，经济社会发展取得新成效。",
  "会议传达了上级关于安全生产的会议精神，分析了当前形势，部署了下一阶段重点任务。",
  "请各单位结合实际制定实施方案，细化任务分工，压实工作责任，确保各项措施落地见效。",
  "要加强组织领导，建立健全工作机制，强化督促指导，推动问题整改到位。",
  "驻村工作队员工作日早晚各打卡一次，缺卡三次的扣发当月绩效。",
  "平台活跃率低于60%的社区，在全区通报，并计入年终考核。",
  "严禁层层下达安装任务，不得设置打卡签到、积分排名、在线时长等功能。",
  "同一户低保信息要在民政、残联、乡村振兴三个系统里各录一遍，内容大同小异。",
  "每次巡河须上传现场照片不少于三张，轨迹不完整的不予认定。",
  "该县清理整合工作群1340个，关停“僵尸”账号86个，基层干部普遍反映轻松了不少。",
  "老旧小区改造项目共涉及居民楼32栋，预计明年六月底前全部完工。",
  "气象部门预计，未来三天有中到大雨，请做好地质灾害防范和人员转移准备。",
  "现将有关事项通知如下，请遵照执行，执行中遇到的问题请及时反馈。",
  "本办法自印发之日起施行，有效期五年，由市人民政府办公室负责解释。",
  "村卫生室的签约服务记录既要录入公卫系统，又要手写一本纸质台账备查。",
];

/** Notices of some twenty sentences each, together at least so many bytes of UTF-8; the same for the same size. */
export function notices(bytes: number): string[] {
  const made: string[] = [];
  let size = 0;
  let seed = 20_260_101;
  while (size < bytes) {
    const lines: string[] = [];
    for (let line = 0; line < 20; line++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      lines.push(SENTENCES[(seed >>> 12) % SENTENCES.length] as string);
    }
    const notice = lines.join(made.length % 2 === 0 ? "" : "\n");
    made.push(notice);
    size += Buffer.byteLength(notice);
  }
  return made;
}
