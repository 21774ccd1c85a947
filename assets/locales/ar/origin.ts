import type { OriginWords } from '../origin.en.ts';

/** The words that say in Arabic why a rep's settings are as they are. */
export const originAr: OriginWords = {
  title: 'لماذا هذه الإعدادات؟',
  route: {
    user: (name) => `يسري عليك تكوين الحضور ${name}: وهو معيّن لك.`,
    profile: (name) => `يسري عليك تكوين الحضور ${name}: وهو معيّن لملفك الشخصي.`,
    default: (name) => `يسري عليك تكوين الحضور ${name}: وهو الافتراضي لكل من لم يُعيَّن له غيره.`,
  },
  sounds: { off: 'بلا صوت', default: 'الصوت الافتراضي', custom: 'صوت مخصص' },
  length: (seconds) => `يرن ${seconds} ث`,
  answering: {
    automatic: 'يُقبل تلقائيًا',
    acceptOrDecline: 'قبول أو رفض',
    accept: 'لا يمكن رفضه',
  },
  acw: 'إنهاء المعالجة',
  acwOf: (seconds) => `${seconds} ث`,
  acwExtended: (seconds, extension, max) => `${seconds} ث، وتمديد ${max} × ${extension} ث`,
  acwNone: 'لا يوجد',
  alarm: 'إنذار عند فقد الاتصال',
  on: 'يعمل',
  off: 'متوقف',
  channel: (name) => `من القناة ${name}`,
  configuration: (name) => `من تكوين الحضور ${name}`,
  default: 'افتراضي',

  moved: (from, to) => `نُقلت من تكوين الحضور ${from} إلى ${to}. الطلبات التي تنتظرك الآن لا تتغير.`,
};
