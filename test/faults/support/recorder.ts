/** An event in a page, in milliseconds since 1970 by a clock of the page that cannot be set. */
export type PageEntry = { readonly at: number; readonly document: string } & (
  | {
      readonly kind: 'sound';
      /** A ring loops, the alarm and a chime do not. */
      readonly loops: boolean;
      /** How many other sounds were playing. */
      readonly beside: number;
    }
  | { readonly kind: 'silence' }
  /** The page did not run since this instant: it was frozen, suspended or too busy. */
  | { readonly kind: 'stood still'; readonly since: number }
  | { readonly kind: 'fact'; readonly name: string; readonly workId: string }
  /** The toasts, after a change: `id state`, from the top. */
  | { readonly kind: 'toasts'; readonly toasts: readonly string[] }
  | { readonly kind: 'connection'; readonly status: string }
  /** The outcome of a rep's answer, as reported to the host. */
  | { readonly kind: 'answer'; readonly what: string; readonly workId: string; readonly outcome: string }
);

declare global {
  interface Window {
    /** Passes an entry out of the page at once, so that a crash loses none. */
    reportToTest: (entry: string) => void;
  }
}

/**
 * Runs in the page before anything else: counts the sounds that are really started, and records what is shown and
 * reported. Every entry leaves the page through `window.reportToTest`.
 */
export function record(): void {
  const page = crypto.randomUUID();
  // Read before a test changes the page's clocks.
  const { timeOrigin } = performance;
  const report = (entry: object) => {
    const at = timeOrigin + performance.now();
    window.reportToTest(JSON.stringify({ at, document: page, ...entry }));
  };
  const facts = ['assigned', 'accepted', 'declined', 'canceled', 'closed'].map((what) => `omni-work-${what}`);
  for (const name of [...facts, 'omni-acw-started', 'omni-acw-ended'])
    addEventListener(name, (event) => {
      report({ kind: 'fact', name, workId: (event as Event & { agentWork: { id: string } }).agentWork.id });
    });

  let shown = '';
  let status = '';
  let lookedAt = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (now - lookedAt > 400) report({ kind: 'stood still', since: timeOrigin + lookedAt });
    lookedAt = now;
    const panel = document.querySelector('omni-channel-panel')?.shadowRoot;
    const stack = panel?.querySelector('omni-work-requests')?.shadowRoot;
    const toasts = [...(stack?.querySelectorAll('omni-work-request') ?? [])].map((toast) => {
      const { work } = toast as unknown as { work?: { id: string } };
      return `${work?.id ?? ''} ${toast.getAttribute('state') ?? ''}`;
    });
    if (toasts.join() !== shown) report({ kind: 'toasts', toasts });
    shown = toasts.join();
    const before = status;
    status = panel?.querySelector('omni-connection-indicator')?.getAttribute('status') ?? '';
    if (status !== before) report({ kind: 'connection', status });
  }, 20);

  const sounding = new Set<AudioBufferSourceNode>();
  const over = (node: AudioBufferSourceNode) => {
    if (sounding.delete(node) && sounding.size === 0) report({ kind: 'silence' });
  };
  const source = AudioBufferSourceNode.prototype;
  // oxlint-disable-next-line typescript/unbound-method -- called with their node below
  const { start, stop } = source;
  source.start = function (this: AudioBufferSourceNode, ...when) {
    // howler unlocks a context with an empty sound.
    if ((this.buffer?.length ?? 0) > 1) {
      report({ kind: 'sound', loops: this.loop, beside: sounding.size });
      sounding.add(this);
      this.addEventListener('ended', () => over(this));
    }
    start.apply(this, when);
  };
  source.stop = function (this: AudioBufferSourceNode, ...when) {
    over(this);
    stop.apply(this, when);
  };
}
