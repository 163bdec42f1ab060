import type {
  AccountLevel,
  ActivationSource,
  ContactResult,
  FollowUpState,
  InactiveReason,
  ReferralReason,
  Site,
} from '#shared/domain/account/follow-up.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

const reason: Words<InactiveReason> = {
  away: 'Đi vắng, ở nơi khác',
  'no-device': 'Không có máy, máy yếu',
  'missed-notice': 'Đổi máy, SIM, quên tin',
  'not-guided': 'Chưa được hướng dẫn',
  'needs-help': 'Chưa biết thao tác',
};
const source: Words<ActivationSource> = {
  desk: 'Tại quầy',
  telephone: 'Qua điện thoại',
  extract: 'Theo danh sách cấp trên',
};
const contact: Words<ContactResult> = {
  reached: 'Đã nói chuyện',
  'no-answer': 'Không nghe máy',
  'call-back': 'Hẹn gọi lại',
  'wrong-number': 'Sai số điện thoại',
};
const state: Words<FollowUpState> = {
  'awaiting-result': 'Chờ kết quả',
  'awaiting-activation': 'Chờ kích hoạt',
  activated: 'Đã kích hoạt',
};
const level: Words<AccountLevel> = { 'level-1': 'Mức 1', 'level-2': 'Mức 2' };
const site: Words<Site> = { desk: 'Tại quầy', mobile: 'Lưu động', home: 'Tại nhà' };
const referral: Words<ReferralReason> = {
  'card-needed': 'Phải làm thẻ trước',
  'residence-elsewhere': 'Cư trú nơi khác',
  'not-done-here': 'Việc không làm ở đây',
  'data-to-mend': 'Phải sửa dữ liệu dân cư',
  other: 'Lý do khác',
};

/** Words about accounts after they were taken, shared by screens, sheets and files. */
export const accountVi = {
  reason,
  source,
  contact,
  state,
  level,
  site,
  referral,
  group: { staff: 'Cán bộ, công chức', citizen: 'Người dân' } as Words<'staff' | 'citizen'>,
  noPlace: 'Chưa ghi nơi',
  noReason: 'chưa ghi lý do',
  noResidence: 'Chưa ghi thôn, tổ',
};

export const accountEn: typeof accountVi = {
  reason: {
    away: 'Away, living elsewhere',
    'no-device': 'No telephone, or a weak one',
    'missed-notice': 'New telephone or SIM, notice forgotten',
    'not-guided': 'Was not shown how',
    'needs-help': 'Does not know how yet',
  },
  source: { desk: 'At the desk', telephone: 'By telephone', extract: 'From the extract' },
  contact: {
    reached: 'Spoke to them',
    'no-answer': 'No answer',
    'call-back': 'Call back',
    'wrong-number': 'Wrong number',
  },
  state: {
    'awaiting-result': 'Awaiting result',
    'awaiting-activation': 'Awaiting activation',
    activated: 'Activated',
  },
  level: { 'level-1': 'Level 1', 'level-2': 'Level 2' },
  site: { desk: 'At the desk', mobile: 'Mobile', home: 'At home' },
  referral: {
    'card-needed': 'The card comes first',
    'residence-elsewhere': 'Lives elsewhere',
    'not-done-here': 'Not done here',
    'data-to-mend': 'Population data to mend',
    other: 'Another reason',
  },
  group: { staff: 'Officials', citizen: 'Citizens' },
  noPlace: 'No place given',
  noReason: 'no reason given',
  noResidence: 'No hamlet given',
};
