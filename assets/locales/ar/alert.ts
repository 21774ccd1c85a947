import type { AlertWords } from '../../../src/domain/alerts/explain-alert.ts';

const seconds = (length: number) => `${(length / 1000).toFixed(1)} ث`;
const tab = { visible: 'في علامة تبويب ظاهرة', hidden: 'في علامة تبويب مخفية' };
const because = (reason: string | null) => (reason === null ? '' : ` لأن ${reason}`);

/** The clauses that say in Arabic what happened of a request. */
export const alert: AlertWords = {
  sentence: (clauses) => `${clauses.join('؛ ')}.`,

  shown: (after, visibility) => `ظهر بعد ${seconds(after)} من العرض ${tab[visibility]}`,
  withNotification: (shown) => `${shown} مع إشعار`,
  onlyNotified: (after) => `ظهر إشعار بعد ${seconds(after)} من العرض، ولا دليل على أن اللوحة أظهرته`,
  onlyDelivered: (after, visibility) =>
    `وصل بعد ${seconds(after)} من العرض ${tab[visibility]}، ولا دليل على أنه ظهر`,
  notDelivered: 'لا دليل على أنه وصل إلى لوحة',

  soundStarted: (after) => `بدأ الصوت بعد ${seconds(after)} من العرض`,
  defaultSoundStarted: (after, reason) => `بدأ الصوت الافتراضي بعد ${seconds(after)} من العرض لأن ${reason}`,
  soundBlocked: (reason) => `كان الصوت محظورًا${because(reason)}`,
  soundBlockedThenStarted: (after, reason) =>
    `كان الصوت محظورًا أولًا${because(reason)}، ثم بدأ بعد ${seconds(after)} من العرض`,
  soundStartedThenBlocked: (started, blocked, reason) =>
    `بدأ الصوت بعد ${seconds(started)} من العرض، ثم حُظر بعد ${seconds(blocked)}${because(reason)}`,
  noSound: 'عُرض بلا صوت',
  soundUnknown: 'لا يُعرف شيء عن الصوت',

  obstacles: {
    contextSuspended: 'الصفحة لم تُنقر بعد',
    contextInterrupted: 'شيئًا آخر شغل جهاز الصوت',
    contextClosed: 'المتصفح لم يمنح الصفحة صوتًا',
    soundOff: 'الأصوات متوقفة',
    notFetched: 'الصوت المخصص تعذر تحميله',
    notDecoded: 'الصوت المخصص تعذر تشغيله',
    tooLong: 'الصوت المخصص أطول من المسموح',
    tooSlow: 'الصوت لم يجهز إلا بعد انتهاء وقت الرنين',
    newerRequest: 'طلبًا أحدث كان يرن',
    otherTab: 'الصوت كان لعلامة تبويب أخرى',
    notConnected: 'الاتصال كان مفقودًا',
    hostPrevented: 'التطبيق منعه',
  },

  answered: (after) => `رُدّ عليه بعد ${seconds(after)} من العرض`,
  inVain: (answer, end) => `${answer}، لكن ${end}`,
  ends: {
    waiting: 'ينتظر الرد',
    accepted: 'قُبل',
    automatic: 'قُبل تلقائيًا',
    declined: 'رُفض',
    missed: 'انتهى وقت الرد قبل ذلك',
    customerLeft: 'غادر العميل',
    withdrawn: 'سُحب',
    graceOver: 'طال غيابك',
    givenBack: 'لقد أعدته',
    repWentOffline: 'أصبحت غير متصل',
    notDelivered: 'عاد إلى قائمة الانتظار',
    unknown: 'أُلغي',
  },
};
