import type { KindName, PagesWords } from '../pages.en.ts';

/** The pages of Setup in Japanese. */
export const pagesJa: PagesWords = {
  'presence-configurations': {
    title: 'プレゼンス設定',
    newOne: '新規プレゼンス設定',
    find: 'プレゼンス設定を検索',
    none: 'この名前のプレゼンス設定はありません。',
  },
  'service-channels': {
    title: 'サービスチャネル',
    newOne: '新規サービスチャネル',
    find: 'チャネルを検索',
    none: 'この名前のチャネルはありません。',
  },
  'routing-configurations': {
    title: 'ルーティング設定',
    newOne: '新規ルーティング設定',
    find: 'ルーティング設定を検索',
    none: 'この名前のルーティング設定はありません。',
  },
  queues: {
    title: 'キュー',
    newOne: '新規キュー',
    find: 'キューを検索',
    none: 'この名前のキューはありません。',
  },
  flows: {
    title: 'フロー',
    newOne: '新規フロー',
    find: 'フローを検索',
    none: 'この名前のフローはありません。',
  },
  'presence-statuses': {
    title: 'プレゼンス状況',
    newOne: '新規プレゼンス状況',
    find: '状況を検索',
    none: 'この名前の状況はありません。',
  },
  'decline-reasons': {
    title: '拒否理由',
    newOne: '新規拒否理由',
    find: '拒否理由を検索',
    none: 'この表示ラベルの拒否理由はありません。',
  },
  users: {
    title: 'ユーザー',
    newOne: '新規ユーザー',
    find: 'ユーザーを検索',
    none: 'この名前のユーザーはいません。',
  },
  profiles: {
    title: 'プロファイル',
    newOne: '新規プロファイル',
    find: 'プロファイルを検索',
    none: 'この名前のプロファイルはありません。',
  },
  explain: { title: '担当者の設定の確認', find: '担当者を検索', none: 'この名前の担当者はいません。' },
  import: { title: 'インポートとエクスポート' },
};

/** One record of a kind in Japanese. */
export const kindsJa: Readonly<Record<KindName, string>> = {
  'presence-configurations': 'プレゼンス設定',
  'service-channels': 'サービスチャネル',
  'routing-configurations': 'ルーティング設定',
  queues: 'キュー',
  flows: 'フロー',
  'presence-statuses': 'プレゼンス状況',
  'decline-reasons': '拒否理由',
  users: 'ユーザー',
  profiles: 'プロファイル',
  sounds: 'サウンド',
  'work-items': '案件',
};
