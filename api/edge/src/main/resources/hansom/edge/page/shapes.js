// The small shapes that tell states apart in lists and legends, the same as on the map.
const SHAPES = {
    free: '<rect x="4.5" y="2" width="7" height="12" rx="3.5"/>',
    way: '<path d="M8 1.5 13 14Q8 11 3 14Z" fill="currentColor" stroke="none"/>',
    ride: '<rect x="3.5" y="1.5" width="9" height="13" rx="4.5" fill="currentColor" stroke="none"/><circle cx="8" cy="9" r="2" fill="var(--surface)" stroke="none"/>',
    wish: '<circle cx="8" cy="8" r="2.2" fill="currentColor" stroke="none"/><circle cx="8" cy="8" r="6" stroke-dasharray="4 3"/>',
    done: '<path d="M2.5 8.5 6.5 12.5 13.5 4"/>',
    gone: '<path d="M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5"/>',
    pickup: '<circle cx="8" cy="8" r="5"/>',
    drop_off: '<rect x="3.5" y="3.5" width="9" height="9" rx="1"/>',
};

/** The SVG of one shape, coloured by base.css. */
export function shape(kind) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('aria-hidden', 'true');
    svg.setAttribute('class', `shape ${kind}`);
    svg.innerHTML = (SHAPES[kind] ?? SHAPES.wish);
    return svg;
}
