import { globSync } from 'node:fs';
import { lookForChromium } from '../find-chromium.ts';
import { lookFor } from '../system-programs.ts';

/** The engines in which the panel is tested, and the programs that each of them needs. */
export const engines = {
  chromium: { label: 'Chromium', packages: ['chromium'], find: chromium },
  firefox: { label: 'Firefox', packages: ['firefox-esr', 'pulseaudio'], find: firefox },
  webkit: {
    label: 'WebKitGTK',
    // Without libav WebKit cannot decode AAC, and without the plug-in for PulseAudio its contexts never run.
    packages: ['webkit2gtk-driver', 'xvfb', 'pulseaudio', 'gstreamer1.0-libav', 'gstreamer1.0-pulseaudio'],
    find: webkit,
  },
} as const;

export type EngineName = keyof typeof engines;
export const engineNames = Object.keys(engines) as EngineName[];

/** The programs of an engine by purpose; `undefined` if one is missing. */
export type Programs = Readonly<Record<string, string>>;

function chromium(): Programs | undefined {
  const browser = lookForChromium();
  return browser === undefined ? undefined : { browser };
}

function firefox(): Programs | undefined {
  const browser = process.env.FIREFOX_PATH ?? lookFor(['firefox-esr', 'firefox']);
  const sound = lookFor(['pulseaudio']);
  return browser && sound ? { browser, sound } : undefined;
}

function webkit(): Programs | undefined {
  const driver = lookFor(['WebKitWebDriver']);
  const browser = lookFor(
    [],
    globSync(['/usr/lib*/{,*/}webkit2gtk-4.*/MiniBrowser', '/usr/libexec/webkit2gtk-4.*/MiniBrowser']),
  );
  const [display, sound] = [lookFor(['Xvfb']), lookFor(['pulseaudio'])];
  const decoders = globSync('/usr/lib*/{,*/}gstreamer-1.0/libgst{libav,pulseaudio}.so').length === 2;
  return driver && browser && display && sound && decoders ? { driver, browser, display, sound } : undefined;
}
