import { words } from '../words/words.ts';

/** The host's data about a customer. A real host would fetch it; the demo has it built in. */
export interface Customer {
  readonly name: string;
  readonly since: string;
  readonly contract: readonly Fact[];
  readonly earlier: readonly Contact[];
}

export type Fact = readonly [label: string, value: string];

interface Contact {
  readonly kind: 'phone' | 'message' | 'chat' | 'case';
  readonly subject: string;
  readonly when: string;
}

const customers: readonly Customer[] = [
  {
    name: 'Ines Carvalho',
    since: '2021',
    contract: facts('Business 200', '20733', 'Porto'),
    earlier: [
      { kind: 'phone', subject: 'Refund for order 48213', when: '14 Nov, 9 min' },
      { kind: 'case', subject: 'Order 48213 canceled', when: '10 Nov' },
    ],
  },
  {
    name: 'Jonas Lindqvist',
    since: '2019',
    contract: facts('Fibre 500', '20391', 'Uppsala'),
    earlier: [
      { kind: 'phone', subject: 'Router restarts every hour', when: '18 Nov, 6 min' },
      { kind: 'case', subject: 'Replacement approved', when: '18 Nov' },
      { kind: 'chat', subject: 'Question about the bill', when: '2 Sep' },
    ],
  },
  {
    name: 'Dewi Santoso',
    since: '2023',
    contract: facts('Mobile 20 GB', '21558', 'Bandung'),
    earlier: [{ kind: 'message', subject: 'Moving her number over', when: '30 Aug' }],
  },
  {
    name: 'Mei-Ling Zhao',
    since: '2016',
    contract: facts('Fibre 1000', '20418', 'Utrecht'),
    earlier: [
      { kind: 'phone', subject: 'Moving house in December', when: '20 Nov, 4 min' },
      { kind: 'chat', subject: 'Opening hours over Easter', when: '2 Apr' },
    ],
  },
  {
    name: 'Tomasz Wójcik',
    since: '2020',
    contract: facts('Fibre 500', '20962', 'Łódź'),
    earlier: [{ kind: 'message', subject: 'SIM blocked after three tries', when: '7 Oct' }],
  },
  {
    name: 'Priya Nair',
    since: '2024',
    contract: facts('Premium, on trial', '22107', 'Leeds'),
    earlier: [{ kind: 'chat', subject: 'What the trial includes', when: '9 Nov' }],
  },
  {
    name: 'Lucía Romero',
    since: '2018',
    contract: facts('Fibre 300', '20877', 'Sevilla'),
    earlier: [
      { kind: 'case', subject: 'Second line ordered', when: '11 Nov' },
      { kind: 'phone', subject: 'Slow in the evening', when: '3 Jun, 12 min' },
    ],
  },
  {
    name: 'Yusuf Demir',
    since: '2022',
    contract: facts('Business 500', '21340', 'Bremen'),
    earlier: [{ kind: 'case', subject: 'New bank account', when: '25 Oct' }],
  },
  { name: 'Žofie Dvořáková', since: '2021', contract: facts('Mobile 50 GB', '21774', 'Brno'), earlier: [] },
  { name: '佐藤 美咲', since: '2017', contract: facts('Fibre 1000', '20105', '横浜市'), earlier: [] },
  { name: 'ليلى حداد', since: '2022', contract: facts('Mobile 20 GB', '21493', 'عمّان'), earlier: [] },
  { name: 'Олена Шевченко', since: '2023', contract: facts('Fibre 300', '21850', 'Львів'), earlier: [] },
  { name: 'Nguyễn Thị Hồng', since: '2020', contract: facts('Mobile 50 GB', '21002', 'Huế'), earlier: [] },
  {
    name: 'Chukwuemeka Okonkwo',
    since: '2018',
    contract: facts('Business 200', '20650', 'Enugu'),
    earlier: [],
  },
  {
    name: 'Íris Þorsteinsdóttir',
    since: '2015',
    contract: facts('Fibre 500', '20077', 'Akureyri'),
    earlier: [],
  },
  { name: 'Bo Ek', since: '2024', contract: facts('Mobile 20 GB', '22260', 'Kiruna'), earlier: [] },
];

const byName = new Map(customers.map((customer) => [customer.name, customer]));

/** `null` for a customer of work created elsewhere. */
export function findCustomer(name: string): Customer | null {
  return byName.get(name) ?? null;
}

/** First and last initial; one letter if the name is a single word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

function facts(plan: string, number: string, city: string): Fact[] {
  return [
    [words.facts.plan, plan],
    [words.facts.number, number],
    [words.facts.city, city],
  ];
}
