import type { DeskProblem } from '#shared/contract/problem.ts';
import type { UpdateRefusal } from '#shared/domain/update/verdict.ts';

type Refused = Extract<DeskProblem, { code: 'update-refused' }>;
type Sentences = Readonly<Record<UpdateRefusal, (problem: Refused) => string>>;

const updateRefusedVi: Sentences = {
  'nothing-there': () =>
    'Không thấy bản cập nhật ở đây. Chọn thư mục của bản phát hành, trong đó có tệp quay-tiep-dan-update.json.',
  'not-readable': () =>
    'Không đọc được: USB đã rút ra hoặc thư mục dùng chung mất kết nối. Cắm lại hoặc nối lại rồi thử lại.',
  'not-signed': () =>
    'Bản này không có chữ ký nên không cài. Chép lại cả thư mục từ nơi phát hành, kể cả tệp có đuôi .minisig.',
  'unknown-key': () =>
    'Bản này do người khác ký, không phải nơi phát hành chương trình này, nên không cài. Hỏi cấp trên nơi lấy bản đúng.',
  'signature-wrong': () =>
    'Chữ ký không khớp: bản này đã bị sửa hoặc chép hỏng nên không cài. Chép lại từ nơi phát hành.',
  'unknown-form': ({ here }) =>
    `Bản này ghi theo cách mà bản ${here} đang dùng chưa hiểu. Lấy một bản cũ hơn nó để cập nhật trước.`,
  'other-platform': ({ found }) =>
    `Bản ${found} không có bộ cài cho máy này. Lấy bản phát hành có bộ cài cho đúng loại máy.`,
  'same-version': ({ found }) => `Máy này đang dùng đúng bản ${found}, không cần cài lại.`,
  'older-version': ({ here, found }) =>
    `Bản ${found} cũ hơn bản ${here} đang dùng nên không cài đè: dữ liệu đã theo bản mới. Lấy bản mới hơn ${here}.`,
  'step-missing': ({ here, found, needed }) =>
    `Từ bản ${here} chưa lên thẳng bản ${found} được. Cài bản ${needed} trước, rồi cài lại bản này.`,
  'schema-older': ({ found }) =>
    `Bản ${found} không đọc được dữ liệu đang có: dữ liệu đã theo một bản mới hơn. Lấy bản mới hơn.`,
  'other-than-host': ({ needed }) =>
    `Máy này phải cùng bản với máy chính, đang là bản ${needed}. Chọn bản ${needed}, hoặc cập nhật máy chính trước.`,
  'file-missing': ({ file }) => `Thiếu bộ cài ${file}. Chép lại cả thư mục từ nơi phát hành.`,
  'file-cut': ({ file }) => `Bộ cài ${file} mới được chép một phần. Chép lại cả thư mục từ nơi phát hành.`,
  'file-changed': ({ file }) =>
    `Bộ cài ${file} không giống bản đã ký: đã bị sửa hoặc USB hỏng, nên không cài. Chép lại từ nơi phát hành bằng USB khác.`,
  'not-reviewed': ({ found }) =>
    `Bản ${found} không còn trên máy này. Cắm lại USB, kiểm tra lại rồi mới cài.`,
  'not-installed': () =>
    'Chương trình này chạy từ mã nguồn, không do bộ cài đặt, nên không tự cập nhật. Cập nhật mã nguồn rồi chạy lại.',
  'needs-administrator': ({ file }) =>
    `Máy này cần người quản trị cài. Bộ cài đã chép và kiểm tra xong: nhờ người quản trị chạy ${file}.`,
  'not-here': () => 'Bản tập luyện không có gì để cập nhật. Ra khỏi tập luyện rồi làm lại.',
};

const updateRefusedEn: Sentences = {
  'nothing-there': () =>
    'There is no update here. Choose the folder of a release, with the file quay-tiep-dan-update.json in it.',
  'not-readable': () =>
    'It cannot be read: the stick was pulled out or the share is gone. Plug it in or connect it, and try again.',
  'not-signed': () =>
    'This release has no signature and is not installed. Copy the whole folder again, with the file that ends in .minisig.',
  'unknown-key': () =>
    'Somebody else than the publisher of this program has signed this release; it is not installed. Ask your superiors where the right one is.',
  'signature-wrong': () =>
    'The signature does not fit: the release was changed or badly copied, and is not installed. Copy it again from the publisher.',
  'unknown-form': ({ here }) =>
    `Version ${here} does not understand how this release is written. Update with an earlier one first.`,
  'other-platform': ({ found }) =>
    `Version ${found} has no installer for this PC. Get a release with an installer for this kind of PC.`,
  'same-version': ({ found }) => `This PC already runs version ${found}; nothing needs to be installed.`,
  'older-version': ({ here, found }) =>
    `Version ${found} is older than ${here}, which is in use, and is not put over it: the data went on with the newer one. Get one that is newer than ${here}.`,
  'step-missing': ({ here, found, needed }) =>
    `Version ${here} cannot go to ${found} directly. Install ${needed} first, then this one.`,
  'schema-older': ({ found }) =>
    `Version ${found} cannot read the data of this PC, which went on with a newer one. Get a newer version.`,
  'other-than-host': ({ needed }) =>
    `This PC must have the version of the main PC, which is ${needed}. Choose ${needed}, or update the main PC first.`,
  'file-missing': ({ file }) => `The installer ${file} is missing. Copy the whole folder again.`,
  'file-cut': ({ file }) => `Only a part of the installer ${file} was copied. Copy the whole folder again.`,
  'file-changed': ({ file }) =>
    `The installer ${file} is not the one that was signed: it was changed or the stick is damaged. Copy it again from the publisher, on another stick.`,
  'not-reviewed': ({ found }) =>
    `Version ${found} is not on this PC any more. Plug the stick in and check it again before installing.`,
  'not-installed': () =>
    'This program runs from its sources and was not installed, so it does not update itself. Update the sources and start it again.',
  'needs-administrator': ({ file }) =>
    `An administrator has to install it on this PC. The installer is copied and checked: have an administrator run ${file}.`,
  'not-here': () => 'There is nothing to update in training. Leave the training and try again.',
};

type UpdateProblem = { readonly 'update-refused': (problem: Refused) => string };
/** Why a release is not put onto this PC, and what to do. */
export const updateProblemVi: UpdateProblem = {
  'update-refused': (problem) => updateRefusedVi[problem.reason](problem),
};
export const updateProblemEn: UpdateProblem = {
  'update-refused': (problem) => updateRefusedEn[problem.reason](problem),
};
