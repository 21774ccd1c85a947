/** The words of the panel in English; every other locale has the same keys. */
export const en = {
  accept: 'Accept',
  decline: 'Decline',
};

/** The words of the panel in one language. */
export type Strings = typeof en;
