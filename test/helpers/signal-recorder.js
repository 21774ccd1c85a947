/** Softer than this is silence. */
const FLOOR = 0.001;
/** How much of the end of a signal is kept, seconds. */
const TAIL = 0.015;
/** Samples that an audio thread processes at once. */
const QUANTUM = 128;

/**
 * Reports, on the audio thread and by its own clock, when a signal was played: seconds of the context's time. Keeps how
 * the latest one ended.
 */
class SignalRecorder extends AudioWorkletProcessor {
  constructor() {
    super();
    this.tail = new Float32Array(Math.ceil(TAIL * sampleRate));
    this.recent = new Float32Array(this.tail.length + QUANTUM);
    this.heard = 0;
    // Answers come in the order of the reports: who gets this one has got all before it.
    this.port.onmessage = () =>
      this.port.postMessage({
        tail: this.tail,
        heard: this.heard / sampleRate,
        now: currentFrame / sampleRate,
      });
  }

  process([[samples = []]]) {
    const isSignal = (sample) => Math.abs(sample) >= FLOOR;
    const { recent } = this;
    recent.copyWithin(0, samples.length);
    recent.set(samples, recent.length - samples.length);
    const first = samples.findIndex(isSignal);
    if (first >= 0) {
      const last = samples.findLastIndex(isSignal);
      this.heard += samples.length;
      const end = recent.length - samples.length + last + 1;
      this.tail = recent.slice(end - this.tail.length, end);
      this.port.postMessage({
        from: (currentFrame + first) / sampleRate,
        to: (currentFrame + last) / sampleRate,
      });
    }
    return true;
  }
}

registerProcessor('signal-recorder', SignalRecorder);
