/** Something that sound comes out of. */
export interface OutputDevice {
  /** The browser's name for it on this site. */
  readonly id: string;
  /** What the person calls it. */
  readonly label: string;
}
