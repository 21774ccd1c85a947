import { formats } from './formats.ts';
import type { SetupStrings } from './setup.en.ts';

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join('، ');
/** Keeps a name of another script apart from the words around it. */
const apart = (text: string) => `\u2068${text}\u2069`;

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };
let rules: Intl.PluralRules | undefined;
/** One and two have a word of their own; other numbers stand before theirs. */
function count(value: number, forms: Forms): string {
  rules ??= new Intl.PluralRules('ar');
  const form = rules.select(value);
  const word = forms[form] ?? forms.other;
  return form === 'one' || form === 'two' ? word : `${value} ${word}`;
}

const users: Forms = { one: 'مستخدم واحد', two: 'مستخدمان', few: 'مستخدمين', other: 'مستخدمًا' };
const profiles: Forms = { one: 'ملف واحد', two: 'ملفان', few: 'ملفات', other: 'ملفًا' };
const queues: Forms = { one: 'قائمة واحدة', two: 'قائمتان', few: 'قوائم', other: 'قائمة' };
const flows: Forms = { one: 'مسار واحد', two: 'مساران', few: 'مسارات', other: 'مسارًا' };
const changes: Forms = { one: 'تغيير واحد', two: 'تغييران', few: 'تغييرات', other: 'تغييرًا' };
const problems: Forms = { one: 'خطأ واحد', two: 'خطآن', few: 'أخطاء', other: 'خطأ' };
const assignments: Forms = { one: 'تعيين واحد', two: 'تعيينان', few: 'تعيينات', other: 'تعيينًا' };

/** The words of Setup in Arabic. */
export const setupAr: SetupStrings = {
  ...formats('ar-u-nu-latn'),
  direction: 'rtl',
  setup: 'الإعداد',
  page: 'صفحة الإعداد',
  pages: {
    'presence-configurations': {
      title: 'تكوينات الحضور',
      newOne: 'تكوين حضور جديد',
      find: 'البحث عن تكوين',
      none: 'لا يوجد تكوين بهذا الاسم.',
    },
    'service-channels': {
      title: 'قنوات الخدمة',
      newOne: 'قناة خدمة جديدة',
      find: 'البحث عن قناة',
      none: 'لا توجد قناة بهذا الاسم.',
    },
    'routing-configurations': {
      title: 'تكوينات التوجيه',
      newOne: 'تكوين توجيه جديد',
      find: 'البحث عن تكوين توجيه',
      none: 'لا يوجد تكوين توجيه بهذا الاسم.',
    },
    queues: {
      title: 'قوائم الانتظار',
      newOne: 'قائمة انتظار جديدة',
      find: 'البحث عن قائمة',
      none: 'لا توجد قائمة بهذا الاسم.',
    },
    'presence-statuses': {
      title: 'حالات الحضور',
      newOne: 'حالة حضور جديدة',
      find: 'البحث عن حالة',
      none: 'لا توجد حالة بهذا الاسم.',
    },
    'decline-reasons': {
      title: 'أسباب الرفض',
      newOne: 'سبب رفض جديد',
      find: 'البحث عن سبب',
      none: 'لا يوجد سبب بهذا الاسم.',
    },
    users: {
      title: 'المستخدمون',
      newOne: 'مستخدم جديد',
      find: 'البحث عن مستخدم',
      none: 'لا يوجد مستخدم بهذا الاسم.',
    },
    profiles: {
      title: 'الملفات الشخصية',
      newOne: 'ملف شخصي جديد',
      find: 'البحث عن ملف',
      none: 'لا يوجد ملف بهذا الاسم.',
    },
  },
  sections: {
    basic: { title: 'أساسي', lead: 'الاسم، ومقدار العمل الذي يتسع له الموظف.' },
    audio: { title: 'الصوت', lead: 'ما يسمعه الموظفون. يمكن للقناة أن تحدد الصوت ومدته.' },
    acw: { title: 'إنهاء العمل (ACW)', lead: 'وقت بعد كل محادثة وقبل أي عمل جديد.' },
    reasons: { title: 'أسباب الرفض', lead: 'يختار الموظف واحدًا منها بهذا الترتيب.' },
    agent: { title: 'إعدادات الموظف', lead: 'الاسم الذي يراه العملاء، وإلى أين يُحوَّل العمل.' },
    users: { title: 'المستخدمون', lead: 'المستخدم قبل الملف، والملف قبل الافتراضي.' },
    profiles: { title: 'الملفات الشخصية', lead: 'لكل مستخدمي الملف غير المعينين بأنفسهم.' },
    record: { title: 'التفاصيل' },
  },
  fields: {
    name: { label: 'الاسم' },
    label: { label: 'التسمية' },
    developerName: { label: 'اسم المطوّر', hint: 'اسم الواجهة البرمجية. يتبع الاسم حتى تغيّره.' },
    capacity: { label: 'السعة', unit: 'وحدة' },
    interruptibleCapacity: {
      label: 'السعة القابلة للمقاطعة',
      hint: 'الفراغ يعني مثل السعة.',
      unit: 'وحدة',
    },
    automaticallyAccept: {
      label: 'قبول الطلبات تلقائيًا',
      hint: 'لهذه القناة فقط، ويتقدم على السماح بالرفض.',
    },
    allowDecline: { label: 'الرد' },
    statusOnDeclineId: { label: 'الحالة بعد الرفض' },
    statusOnPushTimeoutId: { label: 'الحالة بعد انتهاء مهلة الرد' },
    playRequestSound: { label: 'تشغيل صوت للطلبات', hint: 'الإيقاف يُسكت القنوات أيضًا.' },
    notificationSound: { label: 'صوت الإشعار' },
    soundLengthSeconds: { label: 'مدة الصوت', hint: 'من 1 إلى 30. الصوت الأقصر يُعاد.', unit: 'ثانية' },
    playConnectionLossSound: { label: 'تشغيل صوت عند فقدان الاتصال' },
    giveAcw: { label: 'منح وقت لإنهاء العمل' },
    acwDurationSeconds: { label: 'مدة إنهاء العمل', hint: 'من 30 إلى 3,600.', unit: 'ثانية' },
    letRepsExtendAcw: { label: 'السماح بالتمديد' },
    acwExtensionSeconds: { label: 'مدة التمديد', hint: 'من 15 إلى 3,600.', unit: 'ثانية' },
    acwMaxExtensions: { label: 'أقصى عدد للتمديدات', hint: 'من 1 إلى 10.', unit: 'مرة' },
    allowDeclineReason: { label: 'طلب سبب للرفض' },
    declineReasonIds: { label: 'أسباب الرفض المختارة', hint: 'دون اختيار لا يُطلب سبب.' },
    agentAlias: { label: 'الاسم المعروض', hint: 'يحل محل اسم الموظف في نصوص المراسلة فقط.' },
    'transferDestinations/messaging/profileIds': { label: 'ملفات المراسلة' },
    'transferDestinations/messaging/queueIds': { label: 'قوائم المراسلة' },
    'transferDestinations/messaging/flowIds': {
      label: 'مسارات المراسلة',
      hint: 'أسماء المسارات البرمجية، واحد في كل سطر.',
    },
    'transferDestinations/voice/profileIds': { label: 'ملفات المكالمات' },
    'transferDestinations/voice/queueIds': { label: 'قوائم المكالمات' },
    type: { label: 'النوع' },
    interruptible: { label: 'قابل للمقاطعة', hint: 'حيث يترك تكوين التوجيه ذلك للقناة.' },
    stopSoundWhenCustomerLeaves: { label: 'إيقاف الصوت عند مغادرة العميل' },
    sound: { label: 'صوت القناة', hint: 'يتقدم على صوت تكوين الحضور.' },
    priority: { label: 'الأولوية', hint: 'الأصغر أولًا.' },
    capacityWeight: { label: 'وزن السعة', hint: 'منزلتان عشريتان على الأكثر.' },
    capacityType: { label: 'نوع السعة' },
    pushTimeoutSeconds: {
      label: 'مهلة الرد',
      hint: 'من 1 إلى 3,600. الفراغ: ينتظر الطلب بلا حد.',
      unit: 'ثانية',
    },
    model: { label: 'نموذج التوجيه' },
    routingConfigurationId: { label: 'تكوين التوجيه' },
    memberIds: { label: 'الأعضاء' },
    kind: { label: 'الصنف' },
    channelIds: { label: 'القنوات', hint: 'ما تكون الحالة متصلة له.' },
    retired: { label: 'لم يعد معروضًا', hint: 'يُحفظ لما رُفض به.' },
    firstName: { label: 'الاسم الأول' },
    lastName: { label: 'اسم العائلة' },
    nickname: { label: 'الكنية' },
    alias: { label: 'الاسم المستعار' },
    profileId: { label: 'الملف الشخصي' },
    active: { label: 'نشط' },
    omniChannel: { label: 'إذن العمل', hint: 'يمكنه تسجيل الدخول إلى اللوحة وتلقي العمل.' },
    statusIds: { label: 'الحالات المسموحة', hint: 'غير متصل لا يحتاج إلى إذن.' },
    userIds: { label: 'المستخدمون' },
    profileIds: { label: 'الملفات الشخصية' },
  },
  values: {
    voice: 'مكالمة',
    messaging: 'مراسلة',
    chat: 'دردشة',
    case: 'حالة عمل',
    primary: 'أساسية',
    interruptible: 'قابلة للمقاطعة',
    channel: 'كما تحدد القناة',
    leastActive: 'الأقل انشغالًا',
    mostAvailable: 'الأكثر تفرغًا',
    online: 'متصل',
    busy: 'مشغول',
    offline: 'غير متصل',
    firstName: 'الاسم الأول',
    nickname: 'الكنية',
    alias: 'الاسم المستعار',
    text: 'نص حر',
    units: 'وحدات',
    percentage: 'نسبة من السعة',
  },

  find: 'بحث',
  newRecord: 'جديد',
  sort: 'الترتيب',
  sortBy: { name: 'الاسم', members: 'الأكثر أعضاءً', changed: 'آخر تغيير' },
  everybody: 'كل من لم يُعيَّن في مكان آخر',
  members: (inUsers, inProfiles) =>
    inUsers + inProfiles === 0
      ? 'لا أحد معيّن'
      : joined(inUsers > 0 ? count(inUsers, users) : '', inProfiles > 0 ? count(inProfiles, profiles) : ''),
  notARep: 'لا يتلقى عملًا',
  retired: 'لم يعد معروضًا',
  more: 'عرض المزيد',
  unsaved: 'غير محفوظ',
  loading: 'جارٍ التحميل…',
  chooseOne: 'اختر سجلًا أو أنشئ سجلًا جديدًا.',
  back: 'العودة إلى القائمة',
  lastChanged: (at) => `آخر تغيير ${at}`,

  optional: 'اختياري',
  on: 'تشغيل',
  off: 'إيقاف',
  blank: 'فارغ',
  none: 'لا شيء',
  statusOnDeclineBlank: 'فارغ: غير متصل للمكالمات',
  statusOnPushTimeoutBlank: 'فارغ: غير متصل للمكالمات',
  onlineWarning:
    'للهاتف الخارجي حالته الخاصة للمكالمات الفائتة. يُنصح للمكالمات بحالة مشغول أو غير متصل بدل حالة متصلة.',
  choose: 'اختر',
  answering: {
    accept: { label: 'قبول فقط', hint: 'كل طلب ينتظر ردًا.' },
    decline: { label: 'قبول أو رفض', hint: 'ما يُرفض يذهب إلى موظف آخر.' },
    automatic: { label: 'تلقائي', hint: 'يُفتح فورًا ولا شيء يُرفض.' },
  },
  noAlias: 'لا شيء: اسم الموظف نفسه',
  aliasText: 'الاسم الذي يراه العملاء',
  noOverride: 'كما في تكوين الحضور',
  allDestinations: 'كل الوجهات',
  transferTo: { messaging: 'تحويل المراسلة إلى', voice: 'تحويل المكالمات إلى' },
  destinations: (inProfiles, inQueues, inFlows) =>
    joined(
      inProfiles > 0 ? count(inProfiles, profiles) : '',
      inQueues > 0 ? count(inQueues, queues) : '',
      inFlows > 0 ? count(inFlows, flows) : '',
    ),
  nothingMeansAll: 'عدم الاختيار يعني الكل.',
  weightKind: 'وزن السعة بوحدة',

  available: 'المتاح',
  selected: 'المختار',
  selectedInOrder: 'المختار بالترتيب',
  add: 'إضافة',
  remove: 'إزالة',
  moveUp: 'إلى الأعلى',
  moveDown: 'إلى الأسفل',
  noneLeft: 'لا شيء آخر للاختيار',
  nothingFound: 'لم يُعثر على شيء',
  noneSelected: 'لم يُختر شيء',
  findIn: (list) => `البحث في ${list}`,
  ofMany: (shown, all) => `${shown} من ${all}`,
  added: (name) => `اختير ${apart(name)}`,
  removed: (name) => `أُزيل ${apart(name)}`,
  movedTo: (name, place, of) => `${apart(name)}: الموضع ${place} من ${of}`,

  savingMoves: (people) => `سينقل الحفظ إلى هنا: ${count(people, assignments)}`,
  movesFrom: (name, from) => `${apart(name)}، من ${apart(from)}`,
  leaveThere: 'اتركه هناك',
  leaveNamed: (name) => `اتركه هناك: ${apart(name)}`,
  moved: (name, from, to) => `${apart(name)}: من ${apart(from)} إلى ${apart(to)}`,
  movedCount: (moved) => `تغيّر ${count(moved, assignments)}`,
  nowhere: 'غير معيّن',
  undo: 'تراجع',
  andMore: (more) => `و${more} غيرها`,

  unsavedChanges: (made) => `غير محفوظ: ${count(made, changes)}`,
  problems: (found, first) => `${count(found, problems)}: ${first}`,
  discard: 'تجاهل',
  save: 'حفظ',
  saveAndMove: (moves) => `حفظ ونقل ${moves}`,
  saving: 'جارٍ الحفظ…',
  saved: 'تم الحفظ',
  notSaved: 'لم يُحفظ.',
  deleteRecord: 'حذف',
  deleteAsk: (name) => `حذف ${apart(name)}؟`,
  deleteWhat: 'لا يمكن التراجع عن هذا.',
  cancel: 'إلغاء',
  leaveAsk: 'المغادرة دون حفظ؟',
  leaveWhat: (made) => `سيضيع ${count(made, changes)}.`,
  stay: 'البقاء',
  leave: 'مغادرة',

  staleTitle: 'حفظ شخص آخر هذا في هذه الأثناء',
  staleLead: 'اختر ما يسري لكل إعداد ثم احفظ مرة أخرى.',
  changedBy: (by, at) => `${apart(by)}، ${at}`,
  was: 'كان',
  theirs: 'قيمتهم',
  mine: 'قيمتي',
  takeTheirs: 'أخذ قيمتهم',
  keepMine: 'إبقاء قيمتي',
  useThese: 'استخدام هذه',

  history: 'السجل',
  historyOf: (name) => `سجل ${apart(name)}`,
  auditLog: 'سجل التغييرات',
  actions: {
    created: 'أنشأ',
    changed: 'غيّر',
    deleted: 'حذف',
    assigned: 'عيّن',
    undone: 'تراجع عن',
  },
  entry: (by, action, record) => `${apart(by)} ${action} ${apart(record)}`,
  from: 'من',
  to: 'إلى',
  setting: 'الإعداد المتغير',
  close: 'إغلاق',
  noHistory: 'لم يتغير شيء بعد.',

  defaultSound: 'الافتراضي',
  play: (name) => `تشغيل ${apart(name)}`,
  stop: (name) => `إيقاف ${apart(name)}`,
  change: 'تغيير',
  done: 'تم',
  upload: 'رفع صوت',
  uploadHint:
    'AAC أو FLAC أو MP3 أو Ogg أو Opus أو WAV. لا يتجاوز 30 ثانية و2 ميغابايت؛ ولملفات WAV وFLAC‏ 12 ميغابايت.',
  checking: 'جارٍ فحص الملف…',
  uploading: 'جارٍ الرفع…',
  length: (seconds) => `${seconds.toFixed(1)} ث`,
  removeSound: (name) => `حذف ${apart(name)}`,
  usedBy: 'يستخدمه',
  soundGone: 'صوت ليس في القائمة',

  forbidden: 'يتطلب الإعداد إذن تخصيص التطبيق.',
};
