import { formats } from '../formats.ts';
import { originAr } from '../ar/origin.ts';
import { rulesAr } from './ar/rules.ts';
import { fieldsAr, sectionsAr, valuesAr } from './ar/fields.ts';
import { kindsAr, pagesAr } from './ar/pages.ts';
import type { SetupStrings } from './setup.en.ts';

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join('، ');
/** Keeps a name of another script apart from the words around it. */
const isolate = (text: string) => `\u2068${text}\u2069`;

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
const employees: Forms = { one: 'موظف واحد', two: 'موظفان', few: 'موظفين', other: 'موظفًا' };
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
  page: 'صفحات الإعداد',
  pages: pagesAr,
  sections: sectionsAr,
  fields: fieldsAr,
  values: valuesAr,

  soundFields: { format: { label: 'الصيغة' }, lengthSeconds: { label: 'المدة بالثواني' } },

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
  overview: {
    lead: 'ما هو موجود، وما قد يحتاج إلى انتباهك.',
    counts: {
      presenceConfigurations: 'تكوينات الحضور',
      reps: 'الموظفون',
      repsByDefault: 'موظفون دون تكوين خاص بهم',
      queues: 'قوائم الانتظار',
      sounds: 'الأصوات المخصصة',
    },
    problems: 'قد يحتاج إلى انتباهك',
    noProblems: 'لا شيء: لكل قائمة موظفون، وكل حالة يمكن اختيارها.',
    problem: {
      queueWithoutMembers: 'لا موظف في هذه القوائم، فيبقى عملها منتظرًا:',
      statusNotGranted: 'لا يمكن لأحد اختيار هذه الحالات، إذ لا يسمح بها أي ملف شخصي:',
      channelWithoutStatus: 'لا حالة متصلة لهذه القنوات، فلا يصل عملها إلى أحد:',
      soundNotUsed: 'هذه الأصوات غير مستخدمة:',
    },
  },
  chooseOne: 'اختر سجلًا أو أنشئ سجلًا جديدًا.',
  back: 'العودة إلى القائمة',
  lastChanged: (at) => `آخر تغيير ${at}`,

  optional: 'اختياري',
  on: 'تشغيل',
  off: 'إيقاف',
  blank: 'فارغ',
  none: 'لا شيء',
  statusOnDeclineBlank: 'غير متصل، للمكالمات فقط',
  statusOnPushTimeoutBlank: 'غير متصل، للمكالمات فقط',
  onlineWarning:
    'للهاتف الخارجي حالته الخاصة للمكالمات الفائتة. يُنصح للمكالمات بحالة مشغول أو غير متصل بدل حالة متصلة.',
  findSetting: 'البحث عن إعداد',
  choose: 'اختر',
  answering: {
    accept: { label: 'قبول فقط', hint: 'كل طلب ينتظر ردًا.' },
    decline: { label: 'السماح للموظف بالرفض', hint: 'يُعرض العمل المرفوض على بقية موظفي القائمة.' },
    automatic: { label: 'قبول الطلبات تلقائيًا', hint: 'يُفتح العمل فورًا ولا يمكن رفضه.' },
  },
  noAlias: 'لا شيء: اسم الموظف نفسه',
  aliasText: 'الاسم الذي يراه العملاء',
  aliasFallback: {
    label: { nickname: 'لمن لا كنية له', alias: 'لمن لا اسم مستعار له' },
    choices: { ownName: 'اسم الموظف نفسه', firstName: 'الاسم الأول', text: 'نص حر' },
    without: {
      nickname: (reps) => `${count(reps, employees)} بهذا التكوين دون كنية:`,
      alias: (reps) => `${count(reps, employees)} بهذا التكوين دون اسم مستعار:`,
    },
    nobody: {
      nickname: 'لكل موظف بهذا التكوين كنية.',
      alias: 'لكل موظف بهذا التكوين اسم مستعار.',
    },
  },
  moreReps: (more) => `${more} غيرهم`,
  orElse: (field, fallback) => `${field}، وإلا: ${fallback}`,
  noOverride: 'كما في تكوين الحضور',
  allDestinations: 'كل الوجهات',
  transferTo: { messaging: 'تحويل المراسلة إلى', voice: 'تحويل المكالمات إلى' },
  destinations: (inProfiles, inQueues, inFlows) =>
    joined(
      inProfiles > 0 ? count(inProfiles, profiles) : '',
      inQueues > 0 ? count(inQueues, queues) : '',
      inFlows > 0 ? count(inFlows, flows) : '',
    ),
  nothingMeansAll: 'إن لم تختر شيئًا، أمكن التحويل إليها كلها.',
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
  loadingOf: (loaded, all) => `جارٍ التحميل: ${loaded} من ${all}…`,
  marked: (rows) => `حُدِّد ${rows}`,
  added: (name) => `اختير ${isolate(name)}`,
  removed: (name) => `أُزيل ${isolate(name)}`,
  movedTo: (name, place, of) => `${isolate(name)}: الموضع ${place} من ${of}`,

  savingMoves: (people) => `سينقل الحفظ إلى هنا: ${count(people, assignments)}`,
  movesFrom: (name, from) => `${isolate(name)}، من ${isolate(from)}`,
  leaveThere: 'اتركه هناك',
  leaveNamed: (name) => `اتركه هناك: ${isolate(name)}`,
  moved: (name, from, to) => `${isolate(name)}: من ${isolate(from)} إلى ${isolate(to)}`,
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
  undoDone: 'تم التراجع',
  failed: { save: 'لم يُحفظ.', undo: 'لم يتم التراجع.', delete: 'لم يُحذف.' },
  deleteRecord: 'حذف',
  deleteAsk: (name) => `حذف ${isolate(name)}؟`,
  deleteWhat: 'لا يمكن التراجع عن هذا.',
  deleteNot: (name) => `لا يمكن حذف ${isolate(name)}`,
  stillUsed: 'ما زال يستخدمه:',
  soundNot: 'هذا الصوت مختار هنا: اختر صوتًا آخر أولًا.',
  undoAsk: 'التراجع عن هذا التغيير في التعيينات؟',
  undoWhat: 'يعود كل من نُقل إلى مكانه السابق.',
  kinds: kindsAr,
  cancel: 'إلغاء',
  leaveAsk: 'المغادرة دون حفظ؟',
  leaveWhat: (made) => `سيضيع ${count(made, changes)}.`,
  stay: 'البقاء',
  leave: 'مغادرة',

  staleTitle: 'حفظ شخص آخر هذا في هذه الأثناء',
  staleLead: 'اختر ما يسري لكل إعداد ثم احفظ مرة أخرى.',
  changedBy: (by, at) => `${isolate(by)}، ${at}`,
  was: 'كان',
  theirs: 'القيمة الأخرى',
  mine: 'قيمتي',
  takeTheirs: 'أخذ القيمة الأخرى',
  keepMine: 'إبقاء قيمتي',
  useThese: 'استخدام هذه',

  history: 'تاريخ التغييرات',
  historyOf: (name) => `تاريخ تغييرات ${isolate(name)}`,
  auditLog: 'سجل التغييرات',
  actions: {
    created: 'أنشأ',
    changed: 'غيّر',
    deleted: 'حذف',
    assigned: 'عيّن',
    undone: 'تراجع عن',
  },
  entry: (by, action, record) => `${isolate(by)} ${action} ${isolate(record)}`,
  from: 'من',
  to: 'إلى',
  setting: 'الإعداد',
  close: 'إغلاق',
  assignments: {
    assigned: (by, people) => `${isolate(by)} غيّر ${count(people, assignments)}`,
    undone: (by, people) => `${isolate(by)} تراجع عن تغيير ${count(people, assignments)}`,
  },
  isUndone: 'تم التراجع عنه',
  auditFilter: {
    label: 'تضييق سجل التغييرات',
    findLabel: 'البحث عن اسم',
    kind: 'نوع السجل',
    everyKind: 'كل الأنواع',
    action: 'الإجراء',
    everyAction: 'كل الإجراءات',
    actions: {
      created: 'إنشاء',
      changed: 'تغيير',
      deleted: 'حذف',
      assigned: 'تعيين',
      undone: 'تراجع',
    },
  },
  noHistory: 'لم يتغير شيء بعد.',

  defaultSound: 'الافتراضي',
  play: (name) => `تشغيل ${isolate(name)}`,
  stop: (name) => `إيقاف ${isolate(name)}`,
  change: 'تغيير',
  done: 'تم',
  upload: 'رفع صوت',
  uploadHint:
    'AAC أو FLAC أو MP3 أو Ogg أو Opus أو WAV. لا يتجاوز 30 ثانية و2 ميغابايت؛ ولملفات WAV وFLAC‏ 12 ميغابايت.',
  checking: 'جارٍ فحص الملف…',
  uploading: 'جارٍ الرفع…',
  length: (seconds) => `${seconds.toFixed(1)} ث`,
  removeSound: (name) => `حذف ${isolate(name)}`,
  usedBy: 'يستخدمه',
  soundGone: 'صوت ليس في القائمة',

  origin: originAr,
  explain: {
    chooseOne: 'اختر موظفًا لترى ما يسري عليه ولماذا.',
    lead: (profile) => `الملف الشخصي: ${isolate(profile)}`,
    path: 'أي تكوين',
    pathLead: 'يسري أول ما يوجد منها.',
    way: {
      user: 'معيّن للمستخدم',
      profile: (profile) => `معيّن للملف الشخصي ${isolate(profile)}`,
      default: 'الافتراضي لكل من لم يُعيَّن له غيره',
    },
    holds: 'يسري',
    notReached: 'لا أثر له',
    all: 'كل القنوات',
    allLead: 'إعدادات لا يمكن لأي قناة تغييرها.',
    channelLead: 'ما تحدده القناة يتقدم على تكوين الحضور.',
    value: 'القيمة',
    source: 'المصدر',
    alsoForVoice: 'غير متصل بعد المكالمات، وإلا دون تغيير',
    everywhere: 'إلى كل مكان',
    ownName: 'اسم الموظف نفسه',
    asksNone: 'لا يُطلب سبب عند الرفض',
    statuses: 'الحالات المتاحة',
    notARep: (reason) => `هذا المستخدم لا يتلقى عملًا: ${reason}.`,
    inactive: 'هو غير نشط',
    withoutPermission: 'ليس لديه إذن القنوات المتعددة',
    wouldHold: 'متى صار موظفًا سرى عليه هذا التكوين.',
    profileOf: (profile) => `من الملف الشخصي ${isolate(profile)}`,
  },

  rules: rulesAr,
  noAnswer: 'لم يُجب الخادم.',
  previewFailed: 'تعذّر تحميل المعاينة.',
  retry: 'إعادة المحاولة',
  forbidden: 'يتطلب الإعداد إذن تخصيص التطبيق.',
};
