/** One thing that happened in a page, at a moment of its own clock that nobody can set, milliseconds since 1970. */
export type PageEntry = { readonly at: number; readonly document: string } & (
  | {
      readonly kind: 'sound';
      /** A ring loops, the alarm and a chime do not. */
      readonly loops: boolean;
      /** How many other sounds had been started and neither stopped nor come to their end. */
      readonly beside: number;
    }
  | { readonly kind: 'silence' }
  /** The page did nothing since this moment: it was frozen, stopped, or too busy. */
  | { readonly kind: 'stood still'; readonly since: number }
  | { readonly kind: 'fact'; readonly name: string; readonly workId: string }
  /** The toasts, after a change: `id state`, from the top. */
  | { readonly kind: 'toasts'; readonly toasts: readonly string[] }
  | { readonly kind: 'connection'; readonly status: string }
  /** What an answer of the rep came to, as the panel told its host. */
  | { readonly kind: 'answer'; readonly what: string; readonly workId: string; readonly outcome: string }
);

declare global {
  interface Window {
    /** Takes an entry out of the page at once, so that a crash loses none. */
    tellTest: (entry: string) => void;
  }
}

/**
 * Runs in the page before anything else: counts the sound that is really started, and notes what is shown and told. Every
 * entry leaves the page by `window.tellTest`.
 */
export function record(): void {
  const page = crypto.randomUUID();
  // Before a test sets the clocks of the page.
  const { timeOrigin } = performance;
  const tell = (entry: object) => {
    const at = timeOrigin + performance.now();
    window.tellTest(JSON.stringify({ at, document: page, ...entry }));
  };
  const facts = ['assigned', 'accepted', 'declined', 'canceled', 'closed'].map((what) => `omni-work-${what}`);
  for (const name of [...facts, 'omni-acw-started', 'omni-acw-ended'])
    addEventListener(name, (event) => {
      tell({ kind: 'fact', name, workId: (event as Event & { agentWork: { id: string } }).agentWork.id });
    });

  let shown = '';
  let status = '';
  let lookedAt = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (now - lookedAt > 400) tell({ kind: 'stood still', since: timeOrigin + lookedAt });
    lookedAt = now;
    const panel = document.querySelector('omni-channel-panel')?.shadowRoot;
    const stack = panel?.querySelector('omni-work-requests')?.shadowRoot;
    const toasts = [...(stack?.querySelectorAll('omni-work-request') ?? [])].map((toast) => {
      const { work } = toast as unknown as { work?: { id: string } };
      return `${work?.id ?? ''} ${toast.getAttribute('state') ?? ''}`;
    });
    if (toasts.join() !== shown) tell({ kind: 'toasts', toasts });
    shown = toasts.join();
    const before = status;
    status = panel?.querySelector('omni-connection-indicator')?.getAttribute('status') ?? '';
    if (status !== before) tell({ kind: 'connection', status });
  }, 20);

  const sounding = new Set<AudioBufferSourceNode>();
  const over = (node: AudioBufferSourceNode) => {
    if (sounding.delete(node) && sounding.size === 0) tell({ kind: 'silence' });
  };
  const source = AudioBufferSourceNode.prototype;
  // oxlint-disable-next-line typescript/unbound-method -- called with their node below
  const { start, stop } = source;
  source.start = function (this: AudioBufferSourceNode, ...when) {
    // howler unlocks a context with an empty sound.
    if ((this.buffer?.length ?? 0) > 1) {
      tell({ kind: 'sound', loops: this.loop, beside: sounding.size });
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
