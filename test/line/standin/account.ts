import type { Answer } from './platform.ts';
import type { Call } from './richmenus.ts';

/** What LINE knows of the account besides chats: where its webhook goes and how many messages are left. */
export class Account {
  /** `null`: none is set. */
  endpoint: string | null = null;
  active = true;
  chatMode: 'chat' | 'bot' = 'bot';
  /** Messages a month; `null` for a plan without a limit. */
  quota: number | null = 200;
  used = 0;
  /** LINE's clock, for the `Date` of its answers: milliseconds from ours. */
  skewMs = 0;
  /** What the next webhook tests answer; by default the real endpoint is asked with a signed, empty delivery. */
  test: (endpoint: string) => Promise<number> = () => Promise.resolve(200);

  /** `undefined`: not a call about the account. */
  async handle({ method, path, body }: Call): Promise<Answer | undefined> {
    switch (`${method} ${path}`) {
      case 'GET /v2/bot/info':
        return answer({
          userId: `U${'0'.repeat(32)}`,
          basicId: '@standin',
          displayName: 'Shirube',
          chatMode: this.chatMode,
          markAsReadMode: this.chatMode === 'bot' ? 'auto' : 'manual',
        });
      case 'GET /v2/bot/channel/webhook/endpoint':
        return this.endpoint === null
          ? { status: 404, body: { message: 'Webhook endpoint not found' } }
          : answer({ endpoint: this.endpoint, active: this.active });
      case 'POST /v2/bot/channel/webhook/test':
        return this.#test(body);
      case 'GET /v2/bot/message/quota':
        return answer(this.quota === null ? { type: 'none' } : { type: 'limited', value: this.quota });
      case 'GET /v2/bot/message/quota/consumption':
        return answer({ totalUsage: this.used });
      default:
        return undefined;
    }
  }

  async #test(body: Buffer): Promise<Answer> {
    const { endpoint = this.endpoint } = JSON.parse(body.toString('utf8') || '{}') as { endpoint?: string };
    if (endpoint === null) return { status: 404, body: { message: 'Webhook endpoint not found' } };
    const statusCode = await this.test(endpoint);
    const success = statusCode === 200;
    return answer({
      success,
      timestamp: new Date().toISOString(),
      statusCode: success ? 200 : statusCode,
      reason: success ? 'OK' : statusCode <= 0 ? 'COULD_NOT_CONNECT' : 'ERROR_STATUS_CODE',
      detail: String(statusCode),
    });
  }
}

const answer = (body: object): Answer => ({ status: 200, body });
