// The switch that shows on a map where the roads are slow, and takes it away; it is remembered.
import {onLanguage, say, words} from './words.js';

words({
    en: {traffic: 'Traffic', traffic_legend: 'Amber: slow. Red: jammed. Dotted: closed.'},
    ru: {traffic: 'Пробки', traffic_legend: 'Жёлтым — медленно, красным — стоит, точками — закрыто.'},
});

const KEPT = 'hansom.traffic';

function kept() {
    try {
        return localStorage.getItem(KEPT) !== 'off';
    } catch {
        return true;
    }
}

function keep(shown) {
    try {
        localStorage.setItem(KEPT, shown ? 'on' : 'off');
    } catch {
        // Then it holds for this page only.
    }
}

/** Shown until somebody turns it off. */
export function trafficSwitch(map) {
    let shown = kept();
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'switch icon';
    button.dataset.traffic = '';
    button.innerHTML = '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><rect x="7.5" y="2.5" width="9" height="19" rx="4.5" fill="none" stroke="currentColor" stroke-width="1.75"/><circle cx="12" cy="7" r="1.6" fill="currentColor"/><circle cx="12" cy="12" r="1.6" fill="currentColor"/><circle cx="12" cy="17" r="1.6" fill="currentColor"/></svg>';
    const draw = () => {
        button.setAttribute('aria-pressed', String(shown));
        button.setAttribute('aria-label', say('traffic'));
        button.title = `${say('traffic')}. ${say('traffic_legend')}`;
        map.traffic(shown);
    };
    button.addEventListener('click', () => {
        shown = !shown;
        keep(shown);
        draw();
    });
    onLanguage(draw);
    draw();
    return button;
}
