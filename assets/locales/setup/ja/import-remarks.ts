import type { RemarkWords } from '../import-remarks.ts';

/** The remarks of an import in Japanese. */
export const importRemarksJa: RemarkWords = {
  notWellFormed: '整形式のXMLではありません：{reason}',
  doctype: 'メタデータには含まれないDOCTYPEがあるため、このファイルは読み取りません。',
  emptyFile: 'このファイルは空です。',
  notInEncoding: 'このテキストは有効な{encoding}ではありません。',
  encodingUnknown: '文字コード{encoding}は読み取れません。ファイルをUTF-8で保存してください。',
  otherNamespace: 'ルート要素の名前空間は{namespace}で、メタデータのものではありません。',
  noNamespace: 'ルート要素に名前空間がありませんが、ファイルはメタデータとして読み取ります。',
  otherRoot: 'ファイル名では{expected}ですが、ルート要素は{found}です。',
  repeatedElement: '{element}が2回ありますが、有効にできるのは1つだけです。',
  tooDeep: '要素の入れ子が{max}階層を超えています。',
  tooManyElements: 'このファイルの要素は{max}個を超えています。',
  fileTooLarge: 'このファイルは{max}バイトを超えています。',
  tooManyFiles: 'ファイルが{max}件を超えています。',
  notAZip: 'zipファイルではないか、途中で切れています。',
  zipEmpty: 'このzipにはファイルがありません。',
  zipWithoutMetadata: 'このzipにはOmni-Channelのメタデータがありません。',
  zipPath: 'このzipのパス{path}はzipの外を指しているため、zip全体を読み取りません。',
  zipLink: 'このzipの{path}はリンクであるため、zip全体を読み取りません。',
  zipEncrypted: 'このzipの{path}は暗号化されています。',
  zipRatio: 'このzipの{path}は展開すると極端に大きくなるため、zip全体を読み取りません。',
  zipTooLarge: 'このzipのファイルは合計で{max}バイトを超えています。',
  zipDuplicate: 'このzipには{path}が2つあるため、zip全体を読み取りません。',
  zipDamaged: 'このzipの{path}は破損しています。チェックサムが一致しません。',
  zipUnreadable: 'このzipは読み取れません：{reason}',
  nameGarbled: '「{name}」には文字を表さない%があるため、名前をそのまま使用します。',
  fullNameInside: 'ファイル内の名前は「{inside}」ですが、ファイル名の「{name}」を使用します。',
  twiceTheSame: '{file}の内容は同じなので、1件のレコードとして扱います。',
  twiceDifferent: '{file}は名前が同じで内容が異なります。どちらかを選択してください。',
  severalHere: '「{label}」という名前の既存レコードが複数あります。該当するものを選択してください。',
  isDefault: 'これはデフォルトのプレゼンス設定です。既存のデフォルトが変更され、その開発者名は維持されます。',
  notBoolean: '{element}にはtrue、false、1、0のいずれかを指定してください。「{value}」は指定できません。',
  notWhole: '{element}には整数を指定してください。「{value}」は指定できません。',
  notNumber: '{element}には数値を指定してください。「{value}」は指定できません。',
  assumed: 'ファイルにないため、Salesforceのデフォルト値が適用されます：{elements}。',
  inactive: '{element}は前提となる設定がオフのため、インポート元でも機能していません。',
  noPushTimeout:
    '{element}は機能しません。このファイルにも既存のレコードにも、応答期限のあるルーティング設定がありません。',
  reasonOrder:
    '担当者には拒否理由がファイルの順番で表示されます。Salesforceでの順番とは異なる場合があります。',
  aliasUnknown: 'エージェントの別名「{value}」には、ここで差し込めない項目が含まれています。',
  channelIsCase:
    '{object}の案件は、ここではケースと同じようにルーティングされます。会話がないため、後処理もありません。',
  channelTypeGuessed:
    'ファイルに案件の種別がありません。名前から、このチャネルの種別は「{type}」と判断しました。',
  channelTypeMissing: 'ファイルにこのチャネルの案件の種別がありません。種別を選択してください。',
  bothWeights: 'ファイルに重みと割合の両方があります。どちらかを選択してください。',
  noWeight: 'ファイルに重みも割合もありません。キャパシティの重みを選択してください。',
  modelExternal:
    'ここでは外部ルーティングを使用できません。ルーティングモデルを選択するか、除外してください。',
  modelUnknown: '「{value}」はルーティングモデルではありません。モデルを選択してください。',
  capacityTypeUnknown: '「{value}」はキャパシティ種別ではありません。種別を選択してください。',
  capacityTypeSpelling: '「{value}」はNOT_INTERRUPTIBLEとして扱います。',
  missing: '{element}：「{name}」はこのファイルにも既存のレコードにもありません。',
  namedTwice: '{element}に「{name}」が2回ありますが、1回として扱います。',
  statusWithoutChannels:
    'この状況のチャネルは、このファイルにも既存のレコードにもありません。チャネルがないと取り込み中の状況になるため、どうするかを選択してください。',
  queueNotOmni: 'ルーティング設定がないため、Omni-Channelのキューではありません。',
  userUnknown:
    'ユーザー「{name}」はここに登録されていません。ユーザー名とIDのリストを追加すると特定できます。',
  profileUnknown:
    'プロファイル「{name}」はここにありません。作成するか、別のプロファイルを選択するか、除外してください。',
  assignedTwice:
    'このファイルでは「{name}」が「{other}」にも割り当てられています。その割り当てを使用します。',
  notMapped: 'ここには{element}に対応する項目がありません。エクスポート用に保持されますが、機能しません。',
  unknown: '{element}は不明な要素です。エクスポート用に保持されますが、機能しません。',
  skillsNotMapped: '{element}：ここでは、スキルを考慮せずに案件をルーティングします。',
  statusCapacity:
    'ここでは状況ベースのキャパシティを使用できません。案件は状況にかかわらず、開いている間キャパシティを使用します。',
  secondaryPriority:
    'ここでは二次ルーティング優先度を使用できません。案件は優先度の順、次に古い順にルーティングされます。',
  groupsNotMapped:
    'グループやロールによるメンバーはここではわからないため、キューのメンバーが不足する可能性があります：{names}。',
  overflow: 'ここには{element}に対応する項目がありません。案件は、担当者の手が空くまでキューで待機します。',
  profileWithoutGrants: 'このプロファイルで許可されているプレゼンス状況はありません。',
  permissionSetGrants:
    'ここでは状況をプロファイルで許可します。この権限セットで許可されている状況：{names}。',
  typeNotMapped: '{type}：{count}件に対応するものがここにありません。',
  omniOff: 'このファイルの取得元の組織では、Omni-Channelがオフになっています。',
  soundsNotInFiles:
    'サウンド、鳴らす長さ、転送先はSalesforceからこの方法では取得できないため、ファイルに含まれていません。現在のまま残るので、プレゼンス設定で設定してください。',
};
