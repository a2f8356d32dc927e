// Figures as the place writes them: money, times, distances, counts. Every one says its unit.
import {language, locale} from './words.js';

const made = new Map();

function formatter(kind, options) {
    const key = `${kind}|${locale()}|${JSON.stringify(options)}`;
    if (!made.has(key)) made.set(key, new Intl[kind](locale(), options));
    return made.get(key);
}

/** {amount_minor: 1250, currency: 'EUR'} → €12.50, by the digits of the currency. */
export function money(amount) {
    if (!amount) return '';
    const format = formatter('NumberFormat', {style: 'currency', currency: amount.currency});
    const digits = format.resolvedOptions().maximumFractionDigits;
    return format.format(amount.amount_minor / 10 ** digits);
}

export function count(number, digits = 0) {
    return formatter('NumberFormat', {maximumFractionDigits: digits, minimumFractionDigits: digits}).format(number);
}

export function distance(metres) {
    const far = metres >= 1000;
    const value = far ? metres / 1000 : metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10;
    return formatter('NumberFormat', {
        style: 'unit', unit: far ? 'kilometer' : 'meter', unitDisplay: 'short', maximumFractionDigits: far && value < 100 ? 1 : 0,
    }).format(value);
}

/** 75 → 1 min 15 s; under a minute only seconds, from an hour on no seconds. */
export function duration(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    const unit = language() === 'ru' ? {h: 'ч', m: 'мин', s: 'с'} : {h: 'h', m: 'min', s: 's'};
    const parts = [];
    if (h) parts.push(`${h}\u00a0${unit.h}`);
    if (m || (h && !s)) parts.push(`${m}\u00a0${unit.m}`);
    if (!h && (s || !m)) parts.push(`${s}\u00a0${unit.s}`);
    return parts.join(' ');
}

/** Whole minutes, at least one: what a rider wants to know. */
export function minutes(seconds) {
    const whole = Math.max(1, Math.round(seconds / 60));
    return `${count(whole)}\u00a0${language() === 'ru' ? 'мин' : 'min'}`;
}

export function clock(instant, withSeconds = false) {
    return formatter('DateTimeFormat', {hour: '2-digit', minute: '2-digit', ...(withSeconds ? {second: '2-digit'} : {})})
        .format(new Date(instant));
}

export function date(instant) {
    return formatter('DateTimeFormat', {day: 'numeric', month: 'long'}).format(new Date(instant));
}

export function dateAndTime(instant) {
    return formatter('DateTimeFormat', {day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit'}).format(new Date(instant));
}

/** How long ago, in the roughest unit that says it. */
export function ago(instant, now = Date.now()) {
    const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
    const format = formatter('RelativeTimeFormat', {numeric: 'auto'});
    const far = Math.abs(seconds);
    if (far < 60) return format.format(seconds, 'second');
    if (far < 3600) return format.format(Math.round(seconds / 60), 'minute');
    if (far < 86400) return format.format(Math.round(seconds / 3600), 'hour');
    return format.format(Math.round(seconds / 86400), 'day');
}
