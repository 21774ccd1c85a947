import { alert } from './alert.ar.ts';
import type { Strings } from './en.ts';
import { formats } from './formats.ts';
import { originAr } from './origin.ar.ts';

const locale = 'ar-u-nu-latn';
const rules = new Intl.PluralRules(locale);

/** A number with its noun: Arabic has six forms. */
function counted(count: number, one: string, two: string, few: string, many: string): string {
  switch (rules.select(count)) {
    case 'one':
      return one;
    case 'two':
      return two;
    case 'few':
      return `${count} ${few}`;
    case 'zero':
    case 'many':
    case 'other':
      return `${count} ${many}`;
  }
}

const seconds = (count: number) => counted(count, 'ثانية واحدة', 'ثانيتان', 'ثوانٍ', 'ثانية');

const requests = (count: number) => counted(count, 'طلب واحد', 'طلبان', 'طلبات', 'طلبًا');

/** The words of the panel in Arabic, written from right to left. */
export const ar: Strings = {
  ...formats(locale),
  direction: 'rtl',

  accept: 'قبول',
  decline: 'رفض',
  dismiss: 'إغلاق',
  showRecord: 'عرض السجل',
  about: (button, subject) => `${button}: ${subject}`,

  request: { voice: 'مكالمة واردة', messaging: 'رسالة جديدة', chat: 'محادثة جديدة', case: 'حالة جديدة' },
  answerNow: (channel) => `${channel} · أجب الآن`,
  waited: (duration) => `الانتظار ${duration}`,
  secondsToAnswer: (count) => `بقي للرد ${seconds(count)}`,
  announceRequest: (request, subject, customer, count) =>
    `${request}: ${subject}. ${customer}.${count === null ? '' : ` بقي للرد ${seconds(count)}.`}`,
  announceMore: (count) => ` و${counted(count, 'طلب آخر', 'طلبان آخران', 'طلبات أخرى', 'طلبًا آخر')}.`,
  announceUrgent: (subject) => `بقيت 10 ثوانٍ: ${subject}`,
  more: (count) => `+ ${counted(count, 'طلب آخر', 'طلبان آخران', 'طلبات أخرى', 'طلبًا آخر')}`,
  nextEnds: (duration) => `ينتهي التالي خلال ${duration}`,
  seconds: (count) => `${count} ث`,
  requests: 'طلبات العمل',
  cannotHear: 'لا يمكنك سماع هذا الرنين',
  turnOnSound: 'تشغيل الصوت',

  checking: 'جارٍ التحقق…',
  acceptChecking: 'لقد قبلت. بانتظار الخادم.',
  declineChecking: 'لقد رفضت. بانتظار الخادم.',
  accepting: 'جارٍ القبول',
  declining: 'جارٍ الرفض',
  acceptKept: 'تم حفظ القبول',
  declineKept: 'تم حفظ الرفض',
  keptWhy: 'سيُرسل مرة واحدة عند عودة الاتصال.',
  waitingForConnection: 'بانتظار الاتصال',
  openingForYou: 'يُفتح لك الآن…',
  acceptedAutomatically: (channel) => `${channel}، قُبل تلقائيًا`,

  openedForYou: 'فُتح لك',
  customerLeft: 'غادر العميل',
  leftAt: (channel, time) => `${channel}، الساعة ${time}`,
  missed: 'فائت',
  noAnswer: (count) => `لا رد خلال ${seconds(count)}.`,
  nowStatus: (status) => `حالتك الآن: ${status}.`,
  withdrawn: 'مسحوب',
  withdrawnWhy: 'لم يبقَ ما يلزمك فعله.',
  backInQueue: 'عاد إلى قائمة الانتظار',
  graceOverWhy: 'طال غيابك. لا يُحسب فائتًا.',
  wentOfflineWhy: 'أصبحت غير متصل. لا يُحسب فائتًا.',
  notDelivered: 'لم يُسلَّم',
  notDeliveredWhy: 'لم يصلك في الوقت المناسب. لا يُحسب فائتًا.',
  answeredElsewhere: 'تم الرد عليه في مكان آخر',

  whyDecline: 'لماذا ترفض؟',
  declineReason: 'سبب الرفض',
  goesToAnother: 'يعود الطلب إلى قائمة الانتظار.',
  chooseReason: 'اختر سببًا.',
  cancel: 'إلغاء',
  confirm: 'تأكيد',
  theCustomerLeft: 'غادر العميل',
  timeRanOut: 'انتهى الوقت',
  endedMeanwhile: 'انتهى الطلب بينما كنت تختار سببًا. لم يُرفض شيء.',

  status: 'الحالة',
  kinds: { online: 'متصل', busy: 'مشغول', offline: 'غير متصل' },
  since: (time) => `منذ ${time}`,
  setBy: {
    decline: (time) => `منذ ${time}، بعد رفض طلب`,
    pushTimeout: (time) => `منذ ${time}، بعد طلب فائت`,
    grace: (time) => `منذ ${time}، بعد انقطاع الاتصال`,
    signOut: (time) => `منذ ${time}، بعد تسجيل الخروج`,
    administrator: (time) => `منذ ${time}`,
  },
  changingTo: (status) => `جارٍ التغيير إلى ${status}…`,
  untilConfirmed: (status) => `${status} حتى يؤكد الخادم`,
  statusUnknown: 'الحالة غير معروفة',
  notConnectedYet: 'لم يتم الاتصال بعد',
  wasUntil: (status, time) => `كانت ${status} حتى ${time}`,
  now: 'الآن',
  checkingStatus: 'جارٍ التحقق',
  inWrapUp: 'جارٍ إنهاء المعالجة',
  thenStatus: (status) => `ثم ${status}؛ لا أعمال جديدة حتى ذلك`,
  afterWrapUp: 'بعد إنهاء المعالجة',
  statusAfterWrapUp: (status) => `${status} بعد إنهاء المعالجة`,
  next: 'التالي',
  endWrapUpNow: 'أنهِ المعالجة الآن',

  soundReady: 'الصوت جاهز',
  soundNotUsed: 'الطلبات بلا صوت',
  test: 'اختبار',
  testing: 'يُشغَّل',
  soundAndShortcuts: 'الصوت والاختصارات',
  volume: 'مستوى الصوت',
  hearSounds: 'استمع',
  requestSound: 'الطلب',
  alarmSound: 'الإنذار',
  stopSound: 'إيقاف',
  ringsOn: 'الرنين على',
  ringsAlsoOn: 'وعلى',
  defaultDevice: 'جهاز النظام الافتراضي',
  noOtherDevice: 'لا جهاز آخر',
  findDevices: 'البحث عن الأجهزة',
  devicesWhy: 'لا يذكر المتصفح أسماء السماعات إلا بإذنك. قد يطلب إذن الميكروفون: لا يُسجَّل شيء.',
  notification: 'الإشعار',
  testTitle: 'هذا اختبار',
  testBody: 'هكذا يظهر الطلب الذي لا تراه في الصفحة.',
  shortcuts: 'الاختصارات',
  acceptFirst: 'قبول الطلب الأول',
  declineFirst: 'رفض الطلب الأول',

  readiness: {
    notConnected: 'لا يوجد اتصال بالخادم.',
    notConnectedFix: 'أعد الاتصال الآن',
    noConfiguration: 'لم يصل إعداد حضورك بعد.',
    badConfiguration: 'تعذرت قراءة إعداد حضورك.',
    noConfigurationFix: 'حاول مرة أخرى',
    soundBlocked: 'يمنع المتصفح الصوت حتى تنقر.',
    soundBlockedFix: 'تشغيل الصوت',
    soundInterrupted: 'يستخدم شيء آخر جهاز الصوت، كمكالمة مثلًا.',
    soundSilent: 'جهاز الصوت لا يعمل.',
    soundUnsupported: 'لا يستطيع هذا المتصفح تشغيل الصوت.',
    clockOff: 'ساعة هذا الحاسوب غير مضبوطة؛ كل الأوقات هنا هي أوقات الخادم.',
    outputMissing: (device: string) => `‏${device} غير متصل. ترن الطلبات على جهاز النظام الافتراضي.`,
    notificationsOff: 'الإشعارات متوقفة.',
    notificationsOffFix: 'تشغيل',
    notificationsBlocked: 'الإشعارات محظورة. اسمح بها لهذه الصفحة من إعدادات المتصفح.',
    notificationNotShown: 'لم يعرض النظام أي إشعار. تحقق من إعداداته ومن وضع عدم الإزعاج.',
  },
  customSound: {
    notFetched: 'تعذر تحميل صوتك الخاص، لذا يرن الصوت الافتراضي.',
    notDecoded: 'لا يمكن تشغيل صوتك الخاص هنا، لذا يرن الصوت الافتراضي.',
    tooLong: 'صوتك الخاص أطول من 30 ثانية، لذا يرن الصوت الافتراضي.',
  },

  whyNotConnected: {
    restarting: 'الخادم يعيد التشغيل.',
    noToken: 'تعذر تجديد تسجيل دخولك.',
    anotherRep: 'سمّى الخادم ممثلًا آخر.',
  },
  connecting: 'جارٍ الاتصال…',
  connected: 'متصل',
  reconnecting: 'جارٍ إعادة الاتصال…',
  connectionLost: 'انقطع الاتصال',
  lostMeans: 'لا تصلك طلبات جديدة. العمل المقبول يبقى لك.',
  lostSince: 'منذ',
  offlineAt: 'غير متصل عند',
  aboutUnlessBack: (time) => `نحو ${time}، ما لم يعد الاتصال`,
  aboutTime: (time) => `نحو ${time}`,
  nextAttempt: 'المحاولة التالية',
  inSeconds: (count) => `خلال ${count} ث`,
  tryingNow: 'الآن',
  reconnectNow: 'أعد الاتصال الآن',
  signedOut: 'تم تسجيل الخروج',
  replaced: 'تم تسجيل الدخول في مكان آخر',
  replacedMeans: 'تذهب الطلبات إلى هناك. هذه اللوحة خاملة.',
  useHere: 'استخدم هنا',
  refused: 'رفض الخادم تسجيل الدخول',
  tryAgain: 'حاول مرة أخرى',
  silence: 'إسكات',
  connectedAgain: 'عاد الاتصال',
  minutes: (count) => `${count} د`,
  hours: (hours, minutes) => `${hours} س ${minutes} د`,
  wereAway: (duration) => `دام غيابك ${duration}.`,
  awayMissed: (duration, missed) =>
    `غياب ${duration}؛ ${missed === 0 ? 'لم يفتك شيء' : `فاتك ${requests(missed)}`}`,
  missedMeanwhile: (missed) => (missed === 0 ? 'لم يفتك شيء.' : `فاتك ${requests(missed)}.`),
  slept: (from, to) => `كان هذا الحاسوب في سكون من ${from} إلى ${to}.`,
  wereSetOffline: 'ضُبطت حالتك على غير متصل.',
  goTo: (status) => `التحويل إلى ${status}`,
  seeLog: 'عرض السجل',
  settingsAsOf: (time) => `الإعدادات كما في ${time}`,
  offlineStart: (time) => `بدء دون اتصال: الإعدادات كما في ${time}`,
  recently: (accepted, missed) => `مؤخرًا: ${accepted} مقبول، ${missed} فائت`,

  capacity: 'السعة',
  primary: 'الأساسية',
  interruptible: 'القابلة للمقاطعة',
  ofTotal: (total) => `من ${total}`,
  full: 'ممتلئة',
  none: 'لا شيء',

  transfer: 'تحويل',
  findDestination: 'ابحث عن وجهة',
  destinationKinds: { profile: 'الملفات التعريفية', queue: 'قوائم الانتظار', flow: 'المسارات' },
  repsOnline: (count) => (count === 0 ? 'لا أحد متصل' : `متصل: ${count}`),
  searching: 'جارٍ البحث…',
  foundDestinations: (count) => (count === 0 ? 'لا نتائج' : `النتائج: ${count}`),
  searchFailed: 'تعذّر البحث.',
  showMore: 'عرض المزيد',
  stayInConversation: 'البقاء في المحادثة (مؤتمر)',
  transferMeans: 'يستمر احتساب وقت انتظار العميل.',
  chooseDestination: 'اختر وجهة.',
  transferredTo: (name) => `حُوِّل إلى \u2068${name}\u2069`,
  inConferenceWith: (names) => `مع \u2068${names}\u2069`,
  asksToJoin: (name) => `بانتظار انضمام \u2068${name}\u2069`,

  work: 'الأعمال',
  noWork: 'لا أعمال الآن',
  endConversation: 'إنهاء المحادثة',
  end: 'إنهاء',
  close: 'إغلاق',
  wrappingUp: 'إنهاء المعالجة',
  endsAt: 'ينتهي عند',
  endsIn: (count) => `ينتهي خلال ${seconds(count)}`,
  ending: 'جارٍ الإنهاء…',
  wrapUpEndsIn: (count, subject) => `تنتهي المعالجة خلال ${seconds(count)}: ${subject}`,
  extend: (duration, left) => `تمديد ${duration} (بقي ${left})`,
  extendNone: 'تمديد (بقي 0)',
  extended: (duration) => `مُدِّد ${duration}`,
  allDone: 'انتهيت',
  log: 'السجل',
  noRequests: 'لا طلبات بعد',
  accepted: 'مقبول',
  after: (duration) => `بعد ${duration}`,
  declined: 'مرفوض',
  missedWhy: (count) => `لا رد خلال ${seconds(count)}`,
  setTo: (status) => `ضُبطت الحالة على ${status}`,
  afterWaiting: (duration) => `بعد انتظار ${duration}`,
  takenBack: 'سُحب',
  connectionWasLost: 'كان الاتصال منقطعًا',
  youWentOffline: 'أصبحت غير متصل',
  notCounted: 'لا يُحسب فائتًا',
  takeIt: 'استلام',
  recordKept: 'آخر ساعة، دون أسماء',
  downloadRecord: 'تنزيل سجل الأحداث',
  whatHappened: 'ماذا حدث',
  alert,

  // Where settings come from
  origin: originAr,
};
