import type { BrowserContext, Page } from '@playwright/test';
import { aRequest } from '../test/fake-backend/records.ts';
import { newPage, usable } from './host.ts';
import { lineOf, type Line } from './numbers.ts';

const SAMPLES = 40;
const WARM_UP = 5;
const WHAT = 'message to sound';

declare global {
  interface Window {
    /** Milliseconds from now until a signal is in the audio graph. */
    signal(act: () => void): Promise<number>;
    element: HTMLAudioElement;
  }
}

/**
 * From the frame of the socket (for the peer: from the call) until an analyser before the destination sees samples
 * other than zero. The system's output latency is the same for all and not included.
 */
export async function soundStart(context: BrowserContext, address: string): Promise<Line[]> {
  const running = await open(context, address, 'available');
  const runs = await sample(running, ofPanel);
  await running.evaluate(makeElement);
  const peer = await sample(running, ofElement);
  await running.close();
  const asleep = await open(context, address, 'lunch');
  const wakes = await sample(asleep, ofPanel);
  await asleep.close();
  return [
    lineOf(`${WHAT}, context running`, 'this panel', runs, 'ms', '10 ms'),
    lineOf(`${WHAT}, context running`, 'an <audio> element', peer, 'ms'),
    lineOf(`${WHAT}, from suspended`, 'this panel', wakes, 'ms', '50 ms'),
  ];
}

async function open(context: BrowserContext, address: string, statusId: string): Promise<Page> {
  const page = await newPage(context, statusId);
  await page.addInitScript(listen);
  await page.goto(`${address}/panel`);
  await page.bringToFront();
  if (statusId === 'available') await usable(page);
  else await page.locator('omni-channel-panel [part=button]', { hasText: 'Lunch' }).waitFor();
  // By then the default sound has been generated and decoded.
  await page.waitForTimeout(2000);
  return page;
}

async function sample(page: Page, once: (page: Page) => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < WARM_UP + SAMPLES; index += 1) {
    const took = await once(page);
    if (index >= WARM_UP) samples.push(took);
    // The sound has faded, and the context is suspended again if nobody is available.
    await page.waitForTimeout(200 + Math.random() * 40);
  }
  return samples;
}

async function ofPanel(page: Page): Promise<number> {
  const work = aRequest();
  const took = await page.evaluate((agentWork) => {
    const send = () => {
      window.bench.deliver({ type: 'agent-work-changed', revision: ++window.bench.revision, agentWork });
    };
    return window.signal(send);
  }, work);
  await page.evaluate(
    (agentWork) => {
      window.bench.deliver({ type: 'agent-work-changed', revision: ++window.bench.revision, agentWork });
    },
    { ...work, status: 'transferred', settledAt: Date.now() },
  );
  return took;
}

function ofElement(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { element } = window;
    element.currentTime = 0;
    const took = await window.signal(() => void element.play());
    element.pause();
    return took;
  });
}

/** The peer: a tone in a loaded element, through a running context, so that the same analyser can measure it. */
async function makeElement(): Promise<void> {
  const rate = 8000;
  const bytes = new Uint8Array(44 + rate);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('RIFF____WAVEfmt '));
  bytes.set(new TextEncoder().encode('data'), 36);
  for (const [at, value] of [
    [4, 36 + rate],
    [16, 16],
    [24, rate],
    [28, rate],
    [40, rate],
  ] as const)
    view.setUint32(at, value, true);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    view.setUint16(at, value, true);
  for (let index = 0; index < rate; index += 1)
    bytes[44 + index] = 128 + Math.round(100 * Math.sin((2 * Math.PI * 600 * index) / rate));
  window.element = new Audio(URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' })));
  await new Promise((resolve) => window.element.addEventListener('canplaythrough', resolve, { once: true }));
  const context = new AudioContext();
  context.createMediaElementSource(window.element).connect(context.destination);
  await context.resume();
}

/** Connects an analyser to everything that goes to a destination. */
function listen(): void {
  const analysers: AnalyserNode[] = [];
  // oxlint-disable-next-line typescript/unbound-method -- called with its node below
  const connect = AudioNode.prototype.connect as (this: AudioNode, ...target: unknown[]) => unknown;
  AudioNode.prototype.connect = function (this: AudioNode, ...target: unknown[]) {
    // Sources that only keep time are silent, and there are many.
    if (target[0] instanceof AudioDestinationNode && !(this instanceof ConstantSourceNode)) {
      const analyser = this.context.createAnalyser();
      analyser.fftSize = 128;
      connect.call(this, analyser);
      analysers.push(analyser);
    }
    return connect.apply(this, target);
  } as typeof AudioNode.prototype.connect;
  const samples = new Float32Array(128);
  const isHeard = (since: number[]) =>
    analysers.some(({ context }, index) => {
      const analyser = analysers[index];
      // Samples that an analyser kept from before, even across a suspension, do not count.
      const isNew = context.currentTime >= (since[index] ?? 0) + 128 / context.sampleRate;
      if (!analyser || context.state !== 'running' || !isNew) return false;
      analyser.getFloatTimeDomainData(samples);
      return samples.some((value) => Math.abs(value) > 0.001);
    });
  window.signal = (act) =>
    new Promise((resolve, reject) => {
      const { port1, port2 } = new MessageChannel();
      const from = performance.now();
      const since = analysers.map(({ context }) => context.currentTime);
      port1.onmessage = () => {
        if (isHeard(since)) resolve(performance.now() - from);
        else if (performance.now() - from > 5000) reject(new Error('Nothing was heard.'));
        else port2.postMessage(null);
      };
      act();
      port2.postMessage(null);
    });
}
