/** When an element is used, and what to do and to avoid: for its page in the book. */
export interface Guidance {
  readonly use: string;
  readonly dos: readonly string[];
  readonly donts: readonly string[];
}

const of = (use: string, dos: readonly string[], donts: readonly string[]): Guidance => ({ use, dos, donts });

export const guidance: Readonly<Record<string, Guidance>> = {
  'omni-channel-panel': of(
    'The whole panel: the one element that a host application puts on its page.',
    [
      'Keep it on the page for the whole shift, on every view of the application.',
      'Set its tokens on the element itself.',
    ],
    [
      'Do not hide it with display: none: its requests would be hidden, too.',
      'Do not put a second one for the same rep on the page.',
    ],
  ),
  'omni-channel': of(
    'The panel without its looks: it owns the connection, and gives its parts what they show. One on a page.',
    ['Name it by `for` on parts that are elsewhere on the page.'],
    ['Do not put it beside a whole panel for the same rep.'],
  ),
  'omni-presence': of(
    'The status and readiness of the rep, to be placed apart from the rest.',
    ['Keep it in view on every page of the application.'],
    ['Do not leave it out: without it a rep cannot tell whether requests will come.'],
  ),
  'omni-requests': of(
    'The requests that wait for an answer, to be placed apart from the rest.',
    ['Put it where nothing else opens.'],
    ['Do not hide it while the rep is online.'],
  ),
  'omni-work': of(
    'The work that a rep has, to be placed apart from the rest.',
    ['Fill its empty state with what a rep can do meanwhile.'],
    ['Do not repeat it in a list of your own.'],
  ),
  'omni-wrap-up': of(
    'The countdowns of wrap-up, to be placed apart from the rest.',
    ['Put it beside the record that is wrapped up.'],
    ['Do not put it where it scrolls away.'],
  ),
  'omni-log': of(
    'What happened to each request, to be placed apart from the rest.',
    ['A tab or a page of its own is enough.'],
    ['Do not show it in place of the work.'],
  ),
  'omni-setup-import': of(
    'The page that reads the metadata of an org, shows what would become of it, and applies or undoes it.',
    ['Say of every part of a file what becomes of it.'],
    ['Do not write anything before the plan was seen.'],
  ),
  'omni-presence-menu': of(
    'What the rep is available for. The status in use is always in view; a click opens the statuses that the administrator allows.',
    [
      'Name statuses by what the rep does: “Lunch”, “Training”.',
      'Tell a status by shape and text, not by colour alone.',
    ],
    ['Do not show a status as chosen before the server has confirmed it.'],
  ),
  'omni-readiness-line': of(
    'Whether a request will be heard and seen. It says one thing at a time: whatever would make the rep miss the next request.',
    ['Offer what mends it beside the sentence.', 'Let the rep test the sound before the first request.'],
    ['Do not say “Sound ready” before the sound has been checked.', 'Do not stack several warnings.'],
  ),
  'omni-connection-banner': of(
    'The connection is lost, or was just regained. It stands above everything else in the panel, beside an alarm that can be silenced.',
    ['Say what the rep should do now, and when the next attempt is.'],
    ['Do not cover requests that still can be answered.', 'Do not hide it before the connection is back.'],
  ),
  'omni-connection-indicator': of(
    'The state of the connection at rest: a small line with details for whoever looks after a problem.',
    ['Keep it quiet while all is well.'],
    ['Do not use it to announce a loss: the banner does.'],
  ),
  'omni-work-requests': of(
    'All requests that wait for an answer, with those that end next first. Where there is little room one is shown, with a count of the rest.',
    ['Put it where it does not cover what the rep is about to click.'],
    ['Do not animate requests: they appear at once, and keep their place.'],
  ),
  'omni-work-request': of(
    'One request: who, about what, on which channel, how long it may be answered. Its first button accepts.',
    ['Write subjects that can be understood at a glance.', 'Keep highlights to two or three facts.'],
    [
      'Do not reserve its colour for anything else on the page.',
      'Do not make declining as prominent as accepting.',
    ],
  ),
  'omni-countdown-dial': of(
    'How long a request may be answered: as a number of seconds and as an arc.',
    ['Give it the deadline as an instant: it never drifts.'],
    ['Do not use it for wrap-up, which has a bar.'],
  ),
  'omni-decline-dialog': of(
    'Why a request is declined, from the reasons of the administrator. It closes when the request ends.',
    ['Offer few reasons: a rep has seconds.'],
    ['Do not ask for a reason that nobody reads.'],
  ),
  'omni-transfer-dialog': of(
    'Where a conversation goes: a queue, a flow or a profile that the configuration allows.',
    ['Show first what is transferred to most.'],
    ['Do not list destinations that cannot take the work now without saying so.'],
  ),
  'omni-acw-timer': of(
    'The time for wrapping up after a conversation (ACW), how often it may be extended, and “All done”.',
    ['Let the end be the server’s: a rep’s clock may be wrong.'],
    ['Do not end it early on the screen.', 'Do not move anything while it runs.'],
  ),
  'omni-work-list': of(
    'Work that the rep has now: what waits for an answer, what is open, what is wrapped up.',
    ['Lead from each row to its record.'],
    ['Do not remove a row in the same moment in which it is clicked.'],
  ),
  'omni-request-log': of(
    'What happened to each request today: accepted, declined, missed, withdrawn, with the reason and whether it was seen and heard.',
    ['Explain a miss so that a rep can show it to a supervisor.'],
    ['Do not judge: it is a record, not a score.'],
  ),
  'omni-capacity-meters': of(
    'How much of the rep’s capacity is in use, for work that can be interrupted and for work that cannot.',
    ['Show both numbers as text, too.'],
    ['Do not colour a full meter as an error: full is a working rep.'],
  ),
  'omni-missed-notice': of(
    'One line for all requests that were missed since the rep last looked, with a link to the log.',
    ['Gather them: after a break there may be many.'],
    ['Do not ring for it.'],
  ),
  'omni-move-notice': of(
    'An administrator has moved the rep to other settings.',
    ['Say from where to where.'],
    ['Do not show it again once it was dismissed.'],
  ),
  'omni-settings-origin': of(
    'Which settings apply to the rep and where each comes from, in the rep’s words.',
    ['Name the person who can change it: the administrator.'],
    ['Do not show identifiers.'],
  ),
  'omni-announcer': of(
    'What a screen reader says of outcomes. It has no looks.',
    ['One sentence for a burst: the first, and how many more.'],
    ['Do not announce what the rep has just done by hand and sees.'],
  ),
  'omni-presence-setup': of(
    'Setup, for administrators: everything that decides what a rep is offered, told and shown.',
    ['Put it on a page of its own.'],
    ['Do not put it beside a panel that takes calls.'],
  ),
  'omni-setup-overview': of(
    'Where Setup begins: what there is, and what is probably wrong.',
    ['Link each problem to where it is mended.'],
    ['Do not count what nobody acts on.'],
  ),
  'omni-record-list': of(
    'The records of a page, to choose one from.',
    ['Keep the search above the list, however long it is.'],
    ['Do not leave unsaved changes without asking.'],
  ),
  'omni-record-editor': of(
    'The form of a queue, status, channel, reason or routing configuration.',
    ['Say beside a field what is wrong with it, once it was left.'],
    ['Do not clear what was typed when saving fails.'],
  ),
  'omni-configuration-editor': of(
    'The form of a presence configuration, in sections, with who it applies to.',
    ['Show the preview beside it.'],
    ['Do not move users to it silently: a warning names them.'],
  ),
  'omni-setting-field': of(
    'One setting with its label, its bounds and its problem.',
    ['Write the unit beside the field.'],
    ['Do not change what was typed to what is allowed.'],
  ),
  'omni-dual-list': of(
    'A choice of many out of more, with an order if it has one.',
    ['Say how many there are of how many.'],
    ['Do not use it for fewer than six.'],
  ),
  'omni-pick-list': of(
    'One side of a dual list: rows of any number, of which some are marked.',
    ['Let Space mark and Enter move.'],
    ['Do not use it by itself.'],
  ),
  'omni-sound-picker': of(
    'Which sound a request has: the default, one of the library, or a new one.',
    ['Let the administrator hear each.'],
    ['Do not accept a file before it was checked.'],
  ),
  'omni-save-bar': of(
    'Whether there are unsaved changes, and what saving them does to whom.',
    ['Keep it in view while the form scrolls.'],
    ['Do not enable Save if nothing has changed.'],
  ),
  'omni-move-warning': of(
    'Who gets other settings by what is about to be saved.',
    ['Name each, and from where.'],
    ['Do not hide anybody behind a count without a way to see the rest.'],
  ),
  'omni-stale-merge': of(
    'Somebody else has saved the same record: which value to keep, field by field.',
    ['Show both values beside each other.'],
    ['Do not choose for the administrator.'],
  ),
  'omni-confirm-dialog': of(
    'A question before something that cannot be undone easily.',
    ['Name the action on its button: “Delete”.'],
    ['Do not ask for what can be undone.'],
  ),
  'omni-audit-history': of(
    'Who changed what, and when, with a way back.',
    ['Show the values before and after.'],
    ['Do not show identifiers without names.'],
  ),
  'omni-setup-preview': of(
    'A panel that behaves as the open configuration says, with a customer to play with.',
    ['Let the administrator hear what a rep will hear.'],
    ['Do not send anything to the server.'],
  ),
  'omni-rep-explanation': of(
    'Which settings hold for a rep, and why: the way from user to profile to default.',
    ['Link each step to where it is set.'],
    ['Do not list settings that do not apply without saying so.'],
  ),
};
