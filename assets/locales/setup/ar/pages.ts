import type { KindName, PagesWords } from '../pages.en.ts';

/** The pages of Setup in Arabic. */
export const pagesAr: PagesWords = {
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
  flows: {
    title: 'المسارات',
    newOne: 'مسار جديد',
    find: 'البحث عن مسار',
    none: 'لا يوجد مسار بهذا الاسم.',
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
  explain: { title: 'ما يسري على موظف', find: 'البحث عن موظف', none: 'لا يوجد أحد بهذا الاسم.' },
  import: { title: 'استيراد / تصدير' },
};

/** One record of a kind in Arabic. */
export const kindsAr: Readonly<Record<KindName, string>> = {
  'presence-configurations': 'تكوين حضور',
  'service-channels': 'قناة خدمة',
  'routing-configurations': 'تكوين توجيه',
  queues: 'قائمة انتظار',
  flows: 'مسار',
  'presence-statuses': 'حالة حضور',
  'decline-reasons': 'سبب رفض',
  users: 'مستخدم',
  profiles: 'ملف شخصي',
  sounds: 'صوت',
  'work-items': 'عمل',
};
