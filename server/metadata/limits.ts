/** The deepest nesting of elements; metadata has about five. */
export const MAX_DEPTH = 32;
/** The most elements of one file. */
export const MAX_ELEMENTS = 50_000;
/** The largest file, bytes; profiles are larger than everything else. */
export const MAX_FILE = 2_000_000;
export const MAX_PROFILE = 16_000_000;
/** The largest import, bytes as sent. */
export const MAX_UPLOAD = 64_000_000;
/** The most files of an import, those in a zip included. */
export const MAX_FILES = 10_000;
/** The most bytes of all files of a zip. */
export const MAX_UNZIPPED = 64_000_000;
/** How many times larger a file may become, if it becomes larger than `MAX_FILE` divided by 4. */
export const MAX_RATIO = 100;
