/** An audio output device. */
export interface OutputDevice {
  /** The browser's id for it on this site. */
  readonly id: string;
  /** Its label for the user. */
  readonly label: string;
}
