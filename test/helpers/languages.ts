import { storyLanguage, storyLanguages } from '../../components/shared/stories/story-languages.ts';

export const english = storyLanguage();

/** All words of the languages besides English, by language. */
export const translations = Object.fromEntries(
  Object.entries(storyLanguages).filter(([language]) => language !== 'en'),
);
