import type { PaperCode } from '../../domain/procedure/vocabulary.ts';

/** Names as they stand on paper: written out, for somebody who reads them at home. */
export const paperVi: Record<PaperCode, string> = {
  'id-card': 'Thẻ căn cước hoặc căn cước công dân',
  'health-insurance': 'Thẻ bảo hiểm y tế',
  'driving-licence': 'Giấy phép lái xe',
  'vehicle-registration': 'Giấy đăng ký xe',
  'tax-number': 'Mã số thuế',
  'social-insurance': 'Sổ bảo hiểm xã hội',
  'common-passport': 'Hộ chiếu',
  'fishing-vessel': 'Giấy đăng ký tàu cá',
  degree: 'Bằng cấp',
  'school-record': 'Học bạ',
  'vehicle-insurance': 'Bảo hiểm xe',
  passport: 'Hộ chiếu nước ngoài',
  'residence-card': 'Thẻ thường trú hoặc tạm trú',
  'representative-id-card': 'Thẻ căn cước người đại diện',
  'representation-proof': 'Giấy chứng minh quan hệ giám hộ',
  phone: 'Số điện thoại chính chủ',
};

export const paperEn: Record<PaperCode, string> = {
  'id-card': 'Identity card, new or old',
  'health-insurance': 'Health insurance card',
  'driving-licence': 'Driving licence',
  'vehicle-registration': 'Vehicle registration',
  'tax-number': 'Tax number',
  'social-insurance': 'Social insurance book',
  'common-passport': 'Passport',
  'fishing-vessel': 'Fishing vessel registration',
  degree: 'Degree or diploma',
  'school-record': 'School record',
  'vehicle-insurance': 'Vehicle insurance',
  passport: 'Foreign passport',
  'residence-card': 'Residence card',
  'representative-id-card': "Representative's identity card",
  'representation-proof': 'Proof of guardianship',
  phone: 'Own phone number',
};

/** What a paper must be like, one line each. */
export const conditionsVi: Record<PaperCode, readonly string[]> = {
  'id-card': ['Bản gốc, còn hạn.'],
  'health-insurance': ['Bản gốc, còn hạn dùng.', 'Họ tên, ngày sinh như thẻ căn cước.'],
  'driving-licence': ['Bản gốc, còn hạn.', 'Họ tên như trên thẻ căn cước.'],
  'vehicle-registration': ['Bản gốc, thấy rõ biển số.', 'Đúng xe muốn đưa vào VNeID.'],
  'tax-number': ['Giấy có ghi mã số thuế.'],
  'social-insurance': ['Bản gốc, xem được mã số bảo hiểm.'],
  'common-passport': ['Bản gốc, còn hạn.'],
  'vehicle-insurance': ['Bản gốc, còn hạn.'],
  passport: ['Bản gốc, còn hạn.'],
  'residence-card': ['Bản gốc, còn hạn.'],
  'representative-id-card': ['Bản gốc, còn hạn.'],
};

export const conditionsEn: Record<PaperCode, readonly string[]> = {
  'id-card': ['The original, still valid.'],
  'health-insurance': ['The original, still valid.', 'Name and birth date as on the card.'],
  'driving-licence': ['The original, still valid.', 'Name as on the identity card.'],
  'vehicle-registration': ['The original, plate readable.', 'Of the vehicle you want in VNeID.'],
  'tax-number': ['A paper that shows the number.'],
  'social-insurance': ['The original, number readable.'],
  'common-passport': ['The original, still valid.'],
  'vehicle-insurance': ['The original, still valid.'],
  passport: ['The original, still valid.'],
  'residence-card': ['The original, still valid.'],
  'representative-id-card': ['The original, still valid.'],
};
