import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { waitFor } from 'storybook/test';
import { FakeSetupBackend } from '../../test/fake-backend/setup/setup-backend.ts';
import '../../src/index.ts';
import '../../components/setup/presence-setup/presence-setup.ts';
import { TestServer } from '../../src/testing/index.ts';
import { deep, scenesOf } from './scene.ts';

const meta: Meta = { title: 'Scenarios', tags: ['!autodocs'], parameters: { layout: 'fullscreen' } };
export default meta;

type Panel = HTMLElementTagNameMap['omni-channel-panel'];
type Indicator = HTMLElementTagNameMap['omni-connection-indicator'];

const stage = (element: unknown) =>
  html`<style>
      .caption {
        margin: 1rem;
        font: 600 17px/24px system-ui;
        min-block-size: 48px;
        max-inline-size: 40rem;
      }
      .stage omni-channel-panel {
        block-size: 36rem;
        max-inline-size: 24rem;
        --omni-toast-inset-inline: auto 1rem;
      }
    </style>
    <p class="caption" role="status"></p>
    <div class="stage">${element}</div>`;

const panelOn = (canvas: HTMLElement) => deep(canvas, 'omni-channel-panel') as Panel;

let server: TestServer | undefined;

/** Until the panel has its settings, and has heard of a request, it takes no command about them. */
const soon = <Result>(act: () => Promise<Result>) => waitFor(act, { timeout: 30_000 });

const becomes = (panel: Panel, statusId: string) => soon(() => panel.setServicePresenceStatus({ statusId }));

/** Each scenario has the in-page server to itself. */
async function begin(
  panel: Panel,
  options: ConstructorParameters<typeof TestServer>[0],
): Promise<TestServer> {
  server?.close();
  server = new TestServer(options);
  await server.connect(panel);
  return server;
}

const shift = {
  rep: { id: 'sara', name: 'Sara Mertens' },
  declineReasons: [
    { id: 'call', label: 'On another call' },
    { id: 'specialist', label: 'Needs a specialist' },
  ],
  configuration: {
    capacity: 20,
    giveAcw: true,
    acwDurationSeconds: 60,
    letRepsExtendAcw: true,
    acwExtensionSeconds: 30,
    acwMaxExtensions: 2,
  },
} as const;

export const AShift: StoryObj = {
  name: 'A shift in two minutes',
  render: () => stage(html`<omni-channel-panel></omni-channel-panel>`),
  play: async (context) => {
    const scene = scenesOf(context);
    const panel = panelOn(context.canvasElement);
    const online = await begin(panel, shift);
    const raise = (channel: string, subject: string) =>
      online.raise({ channel, subject, customerName: 'Ines Carvalho', queue: 'Billing' });

    await scene('Sara comes in. She is Offline, and nothing is offered to her.', () => undefined);
    await scene('She becomes Available.', () => becomes(panel, 'available'));
    const call = await raise('voice', 'Card charged twice at checkout');
    await scene('A call rings. She accepts it, and its record opens.', () =>
      soon(() => panel.acceptAgentWork({ workId: call.id })),
    );
    const [first, second] = [
      await raise('chat', 'Where is my replacement router?'),
      await raise('messaging', 'Two of the five parts are missing'),
      await raise('chat', 'Change of address'),
    ];
    await scene('Three more come at once. None of them covers another.', () => Promise.resolve());
    await scene('She declines one, with a reason.', () =>
      soon(() => panel.declineAgentWork({ workId: first.id, declineReason: 'specialist' })),
    );
    await scene('She accepts the next.', () => soon(() => panel.acceptAgentWork({ workId: second.id })));
    await scene('The call is over: the wrap-up begins.', () =>
      soon(() => panel.closeAgentWork({ workId: call.id })),
    );
    await scene('She needs more time, and extends it.', () =>
      soon(() => panel.extendAfterConversationWork({ workId: call.id })),
    );
    await scene('The connection is lost. An alarm says so, and work in hand stays.', async () => {
      online.cut();
      await soon(() => Promise.resolve(deep(panel, 'omni-connection-banner', '[part=banner]')));
    });
    await scene('It is back, and everything is as it was.', async () => {
      online.restore();
      await soon(() => {
        const { status } = deep(panel, 'omni-connection-indicator') as Indicator;
        return status === 'connected' ? Promise.resolve() : Promise.reject(new Error(`It is ${status}.`));
      });
    });
    await scene('All done.', () => soon(() => panel.endAfterConversationWork({ workId: call.id })));
  },
};

export const FirstDay: StoryObj = {
  name: 'The first day: permissions and sound',
  render: () => stage(html`<omni-channel-panel></omni-channel-panel>`),
  play: async (context) => {
    const scene = scenesOf(context);
    const panel = panelOn(context.canvasElement);
    await begin(panel, shift);
    const line = () => deep(panel, 'omni-readiness-line');
    await scene('The panel says what would make the next request go unheard, one thing at a time.', () =>
      waitFor(line),
    );
    await scene(
      'A click anywhere in the page lets it play sound. Then the sound can be tested.',
      async () => {
        context.canvasElement.click();
        await waitFor(() => deep(line(), 'button'));
      },
    );
    await scene('From now on every request is heard.', () => becomes(panel, 'available'));
  },
};

const backend = new FakeSetupBackend();

export const AConfiguration: StoryObj = {
  name: 'An administrator makes a configuration',
  parameters: { handlers: backend.handlers },
  render: () =>
    stage(
      html`<omni-presence-setup
        api-address=${backend.address}
        page="presence-configurations"
        .token=${'token'}
      ></omni-presence-setup>`,
    ),
  play: async (context) => {
    const scene = scenesOf(context);
    const setup = deep(context.canvasElement, 'omni-presence-setup');
    const rows = () => [
      ...(deep(setup, 'omni-record-list').shadowRoot?.querySelectorAll<HTMLElement>('li button') ?? []),
    ];
    const field = (pointer: string) => {
      const editor = deep(setup, 'omni-configuration-editor');
      const found = [...(editor.shadowRoot?.querySelectorAll('omni-setting-field') ?? [])].find(
        (one) => one.field.pointer === pointer,
      );
      if (!found) throw new Error(`There is no field ${pointer}.`);
      return found;
    };
    await scene('The presence configurations, each with those it applies to.', () =>
      waitFor(() => {
        if (rows().length === 0) throw new Error('The list is empty.');
      }),
    );
    await scene('One is opened.', async () => {
      rows()
        .find(({ textContent }) => textContent.includes('Billing voice'))
        ?.click();
      await waitFor(() => deep(setup, 'omni-configuration-editor'));
    });
    await scene('The capacity is raised. Nothing is saved yet.', async () => {
      const input = await waitFor(() => deep(field('/capacity'), 'input') as HTMLInputElement);
      input.value = '12';
      input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
      await waitFor(() => deep(deep(setup, 'omni-configuration-editor'), 'omni-save-bar', '[part=bar]'));
    });
  },
};
