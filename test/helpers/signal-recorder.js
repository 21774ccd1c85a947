/** Softer than this is silence. */
const FLOOR = 0.001;

/** Reports, on the audio thread and by its own clock, when a signal was played: seconds of the context's time. */
class SignalRecorder extends AudioWorkletProcessor {
  constructor() {
    super();
    // Answers come in the order of the reports: who gets this one has got all before it.
    this.port.onmessage = () => this.port.postMessage(null);
  }

  process([[samples = []]]) {
    const isSignal = (sample) => Math.abs(sample) >= FLOOR;
    const first = samples.findIndex(isSignal);
    if (first >= 0)
      this.port.postMessage({
        from: (currentFrame + first) / sampleRate,
        to: (currentFrame + samples.findLastIndex(isSignal)) / sampleRate,
      });
    return true;
  }
}

registerProcessor('signal-recorder', SignalRecorder);
