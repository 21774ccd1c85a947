/** The parameters of a remark. */
export type RemarkParams = Readonly<Record<string, string | number>>;

const grouped = (value: string | number | undefined): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** Why a file is not read, or how it was: by code, in English. `params` are those of the remark. */
export const fileRemarks = {
  notWellFormed: ({ reason }) => `This is not well-formed XML: ${reason}`,
  doctype: () => 'This has a DOCTYPE, which metadata never has: it is not read.',
  emptyFile: () => 'This file is empty.',
  notInEncoding: ({ encoding }) => `This text is not valid ${encoding}.`,
  encodingUnknown: ({ encoding }) => `The encoding ${encoding} is not read: save the file as UTF-8.`,
  otherNamespace: ({ namespace }) => `The root element belongs to ${namespace}, which is not metadata.`,
  noNamespace: () => 'The root element has no namespace; the file is read as metadata all the same.',
  otherRoot: ({ expected, found }) => `By its name this is a ${expected}, but its root element is ${found}.`,
  repeatedElement: ({ element }) => `${element} is there twice, and only one can count.`,
  tooDeep: ({ max }) => `Elements are nested more than ${max} deep.`,
  tooManyElements: ({ max }) => `This file has more than ${grouped(max)} elements.`,
  fileTooLarge: ({ max }) => `This file is larger than ${grouped(max)} bytes.`,
  tooManyFiles: ({ max }) => `There are more than ${grouped(max)} files.`,
  notAZip: () => 'This is not a zip, or it is cut off.',
  zipEmpty: () => 'There is no file in this zip.',
  zipWithoutMetadata: () => 'There is no metadata of Omni-Channel in this zip.',
  zipPath: ({ path }) => `The path ${path} in this zip leads out of it: nothing of the zip is read.`,
  zipLink: ({ path }) => `${path} in this zip is a link: nothing of the zip is read.`,
  zipEncrypted: ({ path }) => `${path} in this zip is encrypted.`,
  zipRatio: ({ path }) => `${path} in this zip would become very much larger: nothing of the zip is read.`,
  zipTooLarge: ({ max }) => `The files of this zip have more than ${grouped(max)} bytes.`,
  zipDuplicate: ({ path }) => `${path} is in this zip twice: nothing of the zip is read.`,
  zipDamaged: ({ path }) => `${path} in this zip is damaged: its checksum is another one.`,
  zipUnreadable: ({ reason }) => `This zip cannot be read: ${reason}`,
} satisfies Record<string, (params: RemarkParams) => string>;
export type FileRemarkCode = keyof typeof fileRemarks;

/** Why a file is not read, or how it was. */
export interface FileRemark {
  readonly code: FileRemarkCode;
  readonly params: RemarkParams;
}
