// How streets, water, parks and houses are painted: a ground of low contrast in light and dark, on which cars are what one sees.

const LIGHT = {
    ground: '#f2f1ed', water: '#cbdde8', park: '#dde8d5', wood: '#d3e1c9', grass: '#e4ebdb', sand: '#efe8d4', works: '#eae8e3',
    house: '#e5e3dc', houseEdge: '#d8d5cc', road: '#ffffff', roadEdge: '#dad7cf', main: '#ffffff', mainEdge: '#c9c5ba',
    motorway: '#fdf3dc', motorwayEdge: '#d9c9a0', roadFar: '#dedbd2', mainFar: '#cdc9be', motorwayFar: '#dfca95', path: '#d3cfc4', rail: '#c4c1b8', tunnel: '#efede8', border: '#b5a9b5',
    text: '#62666d', mainText: '#4a4e55', waterText: '#4b7892', parkText: '#567548', placeText: '#2f333a', halo: '#f7f6f3',
};
const DARK = {
    ground: '#15171b', water: '#0d2231', park: '#16241b', wood: '#142119', grass: '#18211b', sand: '#211f19', works: '#191b1f',
    house: '#1d2025', houseEdge: '#272b31', road: '#2a2e35', roadEdge: '#0e1013', main: '#363b44', mainEdge: '#0e1013',
    motorway: '#454338', motorwayEdge: '#0e1013', roadFar: '#2a2e35', mainFar: '#3a4049', motorwayFar: '#56523f', path: '#2b2f35', rail: '#30343b', tunnel: '#202329', border: '#4a414d',
    text: '#8d939d', mainText: '#a7adb7', waterText: '#5f93b3', parkText: '#6f9a7b', placeText: '#c9ced6', halo: '#15171b',
};

const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

// Class of road → width in pixels at zoom 16, the zoom from which it is drawn, and its place in the pile.
const ROADS = {
    motorway: [10, 6, 9], trunk: [9.5, 7, 8], primary: [9, 9, 7], secondary: [8, 10, 6], tertiary: [7, 11.5, 5],
    street: [5.5, 12.5, 4], service: [2.8, 14.5, 3], pedestrian: [4.5, 14.5, 2], path: [1.2, 15.5, 1],
};
const MAIN = new Set(['trunk', 'primary', 'secondary']);

export function groundColour(dark) {
    return (dark ? DARK : LIGHT).ground;
}

/** The style of each feature of our tiles, for one look and language; what was made once is used again. */
export function groundStyle(dark, language) {
    const {Style, Fill, Stroke, Text} = ol.style;
    const paint = dark ? DARK : LIGHT;
    const kept = new Map();
    const once = (key, make) => {
        if (!kept.has(key)) kept.set(key, make());
        return kept.get(key);
    };
    const fill = (key, colour, zIndex, edge) => once(key, () => new Style({
        fill: new Fill({color: colour}), zIndex, ...(edge ? {stroke: new Stroke({color: edge, width: 0.75})} : {}),
    }));
    const line = (key, colour, width, zIndex, more = {}) => once(key, () => new Style({
        stroke: new Stroke({color: colour, width, lineCap: 'round', lineJoin: 'round', ...more}), zIndex,
    }));
    const named = feature => feature.get('name_' + language) ?? feature.get('name');
    // A text belongs to one feature, so its style is made anew each time but its parts are shared.
    const text = (words, {size, weight = 500, colour, placement = 'point', order, spacing = 0, halo = 2.5}) => {
        const [fillOf, haloOf] = once(`ink ${colour} ${halo}`, () => [new Fill({color: colour}), new Stroke({color: paint.halo, width: halo})]);
        return new Style({
            text: new Text({
                text: spacing ? words.toUpperCase() : words, font: `${weight} ${size}px/1.2 ${FAMILY}`, fill: fillOf, stroke: haloOf, placement,
                maxAngle: 0.55, repeat: 420, padding: [3, 6, 3, 6], overflow: false,
            }),
            zIndex: 100 - order,
        });
    };

    const land = feature => {
        const kind = feature.get('kind');
        return paint[kind] ? fill('land ' + kind, paint[kind], kind === 'works' ? 1 : 2) : undefined;
    };

    const water = (feature, zoom) => {
        if (feature.getType().includes('Polygon')) return fill('water', paint.water, 3);
        const wide = feature.get('kind') === 'river' ? 3.2 : 1.2;
        const width = Math.max(0.5, wide * 1.5 ** (zoom - 15));
        return line(`water ${wide} ${zoom}`, paint.water, width, 3);
    };

    const road = (feature, zoom, fine) => {
        const kind = feature.get('kind');
        const rule = ROADS[kind];
        if (!rule || zoom < rule[1]) return undefined;
        const [base, , order] = rule;
        const width = Math.max(kind === 'path' ? 0.8 : 0.9, base * 1.62 ** (zoom - 16));
        const tunnel = feature.get('way') === 'tunnel';
        const lift = feature.get('way') === 'bridge' ? 20 : 0;
        const styles = [];
        if (kind === 'path') {
            styles.push(line(`path ${zoom}`, paint.path, width, 11, {lineDash: [width * 3, width * 2.5], lineCap: 'butt'}));
        } else {
            const group = kind === 'motorway' ? 'motorway' : MAIN.has(kind) ? 'main' : 'road';
            const near = width > 2.2;
            if (near) styles.push(line(`edge ${kind} ${zoom} ${lift} ${tunnel}`, paint[group + 'Edge'], width + 1.5, 10 + lift,
                tunnel ? {lineDash: [4, 4], lineCap: 'butt'} : {lineCap: lift ? 'butt' : 'round'}));
            styles.push(line(`road ${kind} ${zoom} ${lift} ${tunnel}`, !near ? paint[group + 'Far'] : tunnel ? paint.tunnel : paint[group], width, 11 + order / 10 + lift));
        }
        const name = named(feature);
        if (name && fine >= (MAIN.has(kind) || kind === 'motorway' ? 14 : kind === 'tertiary' ? 14.6 : 15.4) && kind !== 'path')
            styles.push(text(name, {size: MAIN.has(kind) ? 12 : 11, colour: MAIN.has(kind) ? paint.mainText : paint.text, placement: 'line', order: 40 - order}));
        return styles;
    };

    const rail = (feature, zoom) => {
        const kind = feature.get('kind');
        if (kind !== 'rail' && zoom < 14) return undefined;
        return line(`rail ${kind} ${zoom}`, paint.rail, Math.max(0.6, (kind === 'rail' ? 1.6 : 1) * 1.35 ** (zoom - 15)), 12.5);
    };

    const PLACES = {
        city: [8, 15, 16, 650, 1], town: [9, 15.5, 14, 650, 2], suburb: [11.5, 16.2, 12, 600, 3], village: [11.5, 16.5, 13, 600, 4],
        quarter: [13, 16.5, 11, 600, 5],
    };
    const label = (feature, zoom, fine) => {
        const kind = feature.get('kind');
        const name = named(feature);
        if (!name) return undefined;
        const place = PLACES[kind];
        if (place) {
            const [from, to, size, weight, order] = place;
            if (fine < from || fine > to) return undefined;
            const small = kind === 'suburb' || kind === 'quarter';
            return text(name, {size, weight, colour: small ? paint.mainText : paint.placeText, order, spacing: small ? 1 : 0, halo: 3});
        }
        if (kind === 'station' && fine >= 14) return text(name, {size: 11, weight: 600, colour: paint.mainText, order: 10});
        if (kind === 'water' && fine >= 13) return text(name, {size: 11, weight: 450, colour: paint.waterText, order: 30});
        if (kind === 'park' && fine >= 15) return text(name, {size: 11, weight: 500, colour: paint.parkText, order: 35});
        return undefined;
    };

    return (feature, resolution) => {
        const fine = Math.log2(156543.03392804097 / resolution);
        const zoom = Math.round(fine * 4) / 4;
        switch (feature.get('layer')) {
            case 'land': return land(feature);
            case 'water': return water(feature, zoom);
            case 'house': return zoom >= 14 ? fill('house', paint.house, 5, paint.houseEdge) : undefined;
            case 'road': return road(feature, zoom, fine);
            case 'rail': return rail(feature, zoom);
            case 'label': return label(feature, zoom, fine);
            default: return undefined;
        }
    };
}
