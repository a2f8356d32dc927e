/* A ride by a client that is generated from the OpenAPI document: the rider is ours, the sandbox's driver does his part on a word. */
import createClient from 'openapi-fetch';
import type {components, paths} from './hansom.js';

const url = process.argv[2] ?? 'http://127.0.0.1:8080';
const api = createClient<paths>({baseUrl: url});
type Step = components['schemas']['DriverStateRequest']['state'];

/** What was answered, or the problem as an error. */
function taken<T>(call: string, answer: {data?: T; error?: unknown; response: Response}): T {
    if (answer.data === undefined) throw new Error(`${call}: ${answer.response.status} ${JSON.stringify(answer.error)}`);
    return answer.data;
}

async function until<T>(what: string, ask: () => Promise<T>, awaited: (answer: T) => boolean): Promise<T> {
    for (let tries = 0; tries < 60; tries++) {
        const answer = await ask();
        if (awaited(answer)) return answer;
        await new Promise(resolve => setTimeout(resolve, 500));
    }
    throw new Error(`waited too long for ${what}`);
}

const service = taken('service', await api.GET('/v1'));
if (!service.map) throw new Error('the map is not described');
const near = service.map.centre;

const run = taken('run', await api.POST('/v1/sandbox/runs', {body: {near, drivers: 1, riders: 1, product_classes: ['economy']}}));
try {
    const anna = run.riders?.[0];
    const ben = run.drivers?.[0];
    if (!run.run_id || !anna?.access_token || !anna.card_id || !ben?.driver_id) throw new Error('the run is incomplete');
    const driver = ben.driver_id;
    const rider = createClient<paths>({baseUrl: url, headers: {Authorization: `Bearer ${anna.access_token}`}});

    let quotes: components['schemas']['Quotes'] | undefined;
    for (const [north, east] of [[0.006, 0.004], [0.003, 0.002], [0.004, -0.003], [-0.004, 0.003], [-0.003, -0.004]] as const) {
        const to = {lat: near.lat + north, lng: near.lng + east};
        const answer = await rider.POST('/v1/quotes', {body: {pickup: near, drop_off: to, product_classes: ['economy']}});
        quotes = answer.data;
        if (quotes) break;
    }
    const quote = quotes?.quotes?.[0];
    if (!quotes?.order_id || !quote?.quote_token) throw new Error('no drop-off near by can be reached');
    const id = quotes.order_id;
    const path = {params: {path: {id}}};
    taken('order', await rider.PUT('/v1/orders/{id}', {
        ...path,
        body: {quote_token: quote.quote_token, payment_method: {type: 'card', card_id: anna.card_id}},
    }));

    const does = async (state: Step) => {
        const answer = taken(state, await api.POST('/v1/sandbox/driver-state', {body: {driver_id: driver, state}}));
        console.log(`${state}: the order is ${answer.order_status}`);
    };
    for (const state of ['ACCEPT', 'ARRIVED', 'BEGIN_TRIP', 'DROPOFF'] as const) await does(state);

    await until('the final fare', async () => taken('order', await rider.GET('/v1/orders/{id}', path)), order => order.status === 'completed');
    const receipt = await until(
        'the payment',
        async () => taken('receipt', await rider.GET('/v1/orders/{id}/receipt', path)),
        answer => answer.payment?.status === 'captured',
    );
    console.log(`client order=${id} status=completed fare_minor=${receipt.fare?.total?.amount_minor}`);
} finally {
    if (run.run_id) await api.DELETE('/v1/sandbox/runs/{id}', {params: {path: {id: run.run_id}}});
}
