import { formats } from './formats.ts';

/** The words of the panel in English; every other locale has the same keys. */
export const en = {
  ...formats('en-GB'),
  direction: 'ltr' as 'ltr' | 'rtl',

  // Answers
  accept: 'Accept',
  decline: 'Decline',
  dismiss: 'Dismiss',
  showRecord: 'Show the record',
  /** A button of one request among several. */
  about: (button: string, subject: string) => `${button}: ${subject}`,

  // A request that waits
  request: { voice: 'Incoming call', messaging: 'New message', chat: 'New chat', case: 'New case' },
  answerNow: (channel: string) => `${channel} · answer now`,
  waited: (duration: string) => `Waited ${duration}`,
  secondsToAnswer: (seconds: number) => `${seconds} ${seconds === 1 ? 'second' : 'seconds'} left to answer`,
  announceRequest: (request: string, subject: string, customer: string, seconds: number | null) =>
    `${request}: ${subject}. ${customer}.${seconds === null ? '' : ` ${seconds} seconds to answer.`}`,
  announceMore: (count: number) => ` And ${count} more.`,
  announceUrgent: (subject: string) => `10 seconds left: ${subject}`,
  more: (count: number) => `+ ${count} more`,
  nextEnds: (duration: string) => `next ends in ${duration}`,
  seconds: (count: number) => `${count} s`,
  requests: 'Work requests',
  cannotHear: 'You cannot hear this ring',
  turnOnSound: 'Turn on sound',

  // An answer under way
  checking: 'Checking…',
  acceptChecking: 'You accepted. Waiting for the server.',
  declineChecking: 'You declined. Waiting for the server.',
  accepting: 'Accepting',
  declining: 'Declining',
  acceptKept: 'Accept is kept',
  declineKept: 'Decline is kept',
  keptWhy: 'It is sent once, when you are back.',
  waitingForConnection: 'Waiting for the connection',
  openingForYou: 'Opening for you…',
  acceptedAutomatically: (channel: string) => `${channel}, accepted automatically`,

  // What became of a request
  openedForYou: 'Opened for you',
  customerLeft: 'Customer left',
  leftAt: (channel: string, time: string) => `${channel}, at ${time}`,
  missed: 'Missed',
  noAnswer: (seconds: number) => `No answer in ${seconds} s.`,
  nowStatus: (status: string) => `You are now ${status}.`,
  withdrawn: 'Withdrawn',
  withdrawnWhy: 'It was taken back. Nothing is left to do.',
  backInQueue: 'Back in the queue',
  graceOverWhy: 'You were away too long. It was not missed.',
  wentOfflineWhy: 'You went Offline. It was not missed.',
  notDelivered: 'Not delivered',
  notDeliveredWhy: 'It did not reach you in time. It was not missed.',
  answeredElsewhere: 'Answered elsewhere',

  // Decline
  whyDecline: 'Why are you declining?',
  declineReason: 'Decline reason',
  goesToAnother: 'It goes to another rep.',
  chooseReason: 'Choose a reason.',
  cancel: 'Cancel',
  confirm: 'Confirm',
  theCustomerLeft: 'The customer left',
  timeRanOut: 'Time ran out',
  endedMeanwhile: 'The request ended while you were choosing a reason. Nothing was declined.',

  // Presence
  status: 'Status',
  kinds: { online: 'Online', busy: 'Busy', offline: 'Offline' },
  since: (time: string) => `since ${time}`,
  setBy: {
    decline: (time: string) => `set after a decline at ${time}`,
    pushTimeout: (time: string) => `set after a missed request at ${time}`,
    grace: (time: string) => `set by the server at ${time}`,
    signOut: (time: string) => `signed out at ${time}`,
    administrator: (time: string) => `set by an administrator at ${time}`,
  },
  changingTo: (status: string) => `Changing to ${status}…`,
  untilConfirmed: (status: string) => `${status} until the server confirms`,
  statusUnknown: 'Status unknown',
  notConnectedYet: 'not connected yet',
  wasUntil: (status: string, time: string) => `was ${status} until ${time}`,
  now: 'Now',
  checkingStatus: 'Checking',

  // Readiness and sound
  soundReady: 'Sound ready',
  soundNotUsed: 'Requests make no sound',
  test: 'Test',
  testing: 'Playing',
  soundAndShortcuts: 'Sound and shortcuts',
  volume: 'Volume',
  shortcuts: 'Shortcuts',
  acceptFirst: 'Accept the first request',
  declineFirst: 'Decline the first request',

  // What is not ready: one sentence each, and the button that mends it
  readiness: {
    notConnected: 'There is no connection to the server.',
    notConnectedMend: 'Reconnect now',
    noConfiguration: 'Your presence configuration is not here yet.',
    badConfiguration: 'Your presence configuration could not be read.',
    noConfigurationMend: 'Try again',
    soundBlocked: 'The browser blocks sound until you click.',
    soundBlockedMend: 'Turn on sound',
    soundSilent: 'The sound device does not play.',
    soundUnsupported: 'This browser cannot play sound.',
    clockOff: 'The clock of this computer is wrong; all times here are those of the server.',
  },
  customSound: {
    notFetched: 'Your custom sound could not be fetched, so the default sound rings.',
    notDecoded: 'Your custom sound cannot be played here, so the default sound rings.',
    tooLong: 'Your custom sound is longer than 30 s, so the default sound rings.',
  },

  // Connection
  whyNotConnected: {
    restarting: 'The server is restarting.',
    noToken: 'Your sign-in could not be renewed.',
    anotherRep: 'The server named another rep.',
  },
  connecting: 'Connecting…',
  connected: 'Connected',
  reconnecting: 'Reconnecting…',
  connectionLost: 'Connection lost',
  lostMeans: 'New requests cannot reach you. Accepted work stays yours.',
  lostSince: 'Since',
  offlineAt: 'Offline at',
  aboutUnlessBack: (time: string) => `about ${time}, unless you are back`,
  aboutTime: (time: string) => `about ${time}`,
  nextAttempt: 'Next try',
  inSeconds: (seconds: number) => `in ${seconds} s`,
  tryingNow: 'now',
  reconnectNow: 'Reconnect now',
  signedOut: 'Signed out',
  replaced: 'Signed in elsewhere',
  replacedMeans: 'Requests go there. This panel is idle.',
  useHere: 'Use here',
  refused: 'The server refused the sign-in',
  tryAgain: 'Try again',
  recently: (accepted: number, missed: number) => `${accepted} accepted, ${missed} missed lately`,

  // Capacity
  capacity: 'Capacity',
  primary: 'Primary',
  interruptible: 'Interruptible',
  ofTotal: (total: string) => `of ${total}`,
  full: 'full',
  none: 'none',

  // Work and log
  work: 'Work',
  noWork: 'No work now',
  endConversation: 'End conversation',
  end: 'End',
  close: 'Close',
  wrappingUp: 'Wrap-up',
  log: 'Log',
  noRequests: 'No requests yet',
  accepted: 'Accepted',
  after: (duration: string) => `after ${duration}`,
  declined: 'Declined',
  missedWhy: (seconds: number) => `no answer in ${seconds} s`,
  setTo: (status: string) => `set to ${status}`,
  afterWaiting: (duration: string) => `after waiting ${duration}`,
  takenBack: 'taken back',
  connectionWasLost: 'connection was lost',
  youWentOffline: 'you went Offline',
  notCounted: 'not counted as missed',
};

/** The words of the panel in one language. */
export type Strings = typeof en;
