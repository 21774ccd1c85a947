import { css, html, LitElement } from 'lit';
import { state } from 'lit/decorators.js';
import request from '../../assets/sounds/default-request.wav';
import alarm from '../../assets/sounds/connection-loss.wav';
import { customElement } from '../../components/shared/custom-element.ts';
import { tokens } from '../../components/shared/tokens.styles.ts';
import { bookStyles } from './book.styles.ts';

const sounds = [
  {
    id: 'request',
    name: 'A work request',
    address: request,
    use: 'Repeats for the sound length, 10 s unless the administrator chooses otherwise.',
  },
  {
    id: 'alarm',
    name: 'The connection is lost',
    address: alarm,
    use: 'Until the connection is back, or the rep silences it.',
  },
];

interface Measured {
  readonly seconds: number;
  /** The highest sample, in decibels below full scale. */
  readonly peak: number;
  /** The mean power, in decibels below full scale. */
  readonly loudness: number;
}

/** For the book: the panel's own sounds, each to be played, with its length and loudness. */
@customElement('book-sounds')
class BookSounds extends LitElement {
  static override styles = [
    tokens,
    bookStyles,
    css`
      td:nth-child(n + 3) {
        white-space: nowrap;
      }
    `,
  ];

  @state() private measured: Readonly<Record<string, Measured>> = {};
  @state() private problem = '';
  #playing: HTMLAudioElement | undefined;

  constructor() {
    super();
    this.addController({ hostDisconnected: () => this.#playing?.pause() });
  }

  protected override firstUpdated(): void {
    this.#measure().catch(
      (error: unknown) => (this.problem = `The sounds cannot be measured: ${String(error)}`),
    );
  }

  protected override render() {
    return html`<table>
        <thead>
          <tr>
            <th scope="col">Sound</th>
            <th scope="col">When</th>
            <th scope="col">Length</th>
            <th scope="col">Peak</th>
            <th scope="col">Loudness</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${sounds.map(({ id, name, use, address }) => {
            const found = this.measured[id];
            return html`<tr>
              <th scope="row">${name}</th>
              <td>${use}</td>
              <td>${found ? `${found.seconds.toFixed(2)} s` : '…'}</td>
              <td>${found ? `${found.peak.toFixed(1)} dBFS` : '…'}</td>
              <td>${found ? `${found.loudness.toFixed(1)} dBFS` : '…'}</td>
              <td><button @click=${() => this.#play(address)} aria-label="Play: ${name}">▶ Play</button></td>
            </tr>`;
          })}
        </tbody>
      </table>
      <p role="status">${this.problem}</p>`;
  }

  #play(address: string): void {
    this.#playing?.pause();
    this.#playing = new Audio(address);
    this.#playing
      .play()
      .catch((error: unknown) => (this.problem = `The sound does not play: ${String(error)}`));
  }

  async #measure(): Promise<void> {
    // Offline: decoding needs no sound device, and no gesture.
    const context = new OfflineAudioContext(1, 1, 48_000);
    for (const { id, address } of sounds) {
      const bytes = await (await fetch(address)).arrayBuffer();
      const audio = await context.decodeAudioData(bytes);
      const samples = audio.getChannelData(0);
      let [peak, power] = [0, 0];
      for (const sample of samples) {
        peak = Math.max(peak, Math.abs(sample));
        power += sample * sample;
      }
      const decibels = (ratio: number) => 20 * Math.log10(ratio);
      const loudness = decibels(Math.sqrt(power / samples.length));
      this.measured = { ...this.measured, [id]: { seconds: audio.duration, peak: decibels(peak), loudness } };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'book-sounds': BookSounds;
  }
}
