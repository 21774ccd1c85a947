import { ar } from '../../ar.ts';
import type { PreviewStrings } from '../preview.en.ts';

/** The words of the preview in Arabic. */
export const previewAr: PreviewStrings = {
  locale: ar.locale,
  direction: ar.direction,
  panel: ar,
  preview: 'معاينة',
  lead: 'لوحة الموظف بالإعدادات في هذا النموذج.',
  behind: 'بعض الإعدادات غير صالح. تعرض المعاينة آخر إعدادات صالحة.',
  nothingYet: 'تظهر المعاينة حالما تصبح كل الإعدادات صالحة.',
  request: 'طلب',
  raise: (channel) => `طلب: ${channel}`,
  fromQueue: 'من قائمة',
  fromQueueOf: (channel) => `من قائمة، للقناة ${channel}`,
  noChannels: 'لا توجد قناة خدمة بعد.',
  then: 'ثم',
  leaves: 'العميل يغادر',
  decline: 'رفض',
  timeOut: 'دع مهلة الرد تنتهي',
  end: 'إنهاء المحادثة',
  close: 'إغلاق العمل',
  extend: 'تمديد إنهاء المعالجة',
  connection: 'الاتصال',
  lose: 'اقطعه',
  restore: 'استعده',
  sound: 'الصوت',
  hearRequest: 'استمع إلى طلب',
  hearAlarm: 'استمع إلى الإنذار',
  startAgain: 'ابدأ من جديد',
  obstacles: {
    notConnected: (channel) => `لا طلب عبر ${channel}: الاتصال مقطوع.`,
    notOnline: (channel) => `لا طلب عبر ${channel}: حالة الموظف غير متصلة لهذه القناة.`,
    wrappingUp: (channel) => `لا طلب عبر ${channel}: الموظف ينهي المعالجة.`,
    outbound: (channel) => `لا طلب (${channel}): الموظف في محادثة بدأها بنفسه.`,
    enoughOffers: (channel) => `لا طلب (${channel}): بلغت الطلبات الجديدة معًا حدها الأقصى.`,
    noCapacity: (channel) => `لا طلب عبر ${channel}: لا سعة متبقية.`,
  },
  queue: 'قائمة انتظار تجريبية',
  samples: {
    voice: {
      subject: 'لم يصل استرداد الطلب 48213',
      customer: 'إيناس كارفاليو',
      highlights: [
        ['الباقة', 'أعمال'],
        ['حالات مفتوحة', '2'],
      ],
    },
    messaging: {
      subject: 'أين جهاز التوجيه البديل؟',
      customer: 'يوناس ليندكفيست',
      highlights: [['الطلب', '51877']],
    },
    chat: { subject: 'تغيير عنوان التوصيل', customer: 'أمارا أوكافور', highlights: [] },
    case: { subject: 'وصل تالفًا، مرفق بالصور', customer: 'بريا ناير', highlights: [] },
  },
};
