// Draws the tables marked as charts. The table stays beneath, for those who would rather read; axes begin at zero.
(() => {
  'use strict';
  const drawn = new Map();
  // a token says light and dark: what it is here is known once something is drawn in it
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const colour = (name) => {
    const probe = document.createElement('i');
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    brush.fillStyle = getComputedStyle(probe).color;
    probe.remove();
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
    return `rgb(${red}, ${green}, ${blue})`;
  };
  const still = matchMedia('(prefers-reduced-motion: reduce)');

  const read = (table) => {
    const heads = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
    const rows = [...table.tBodies[0].rows];
    return {
      whole: rows.every((row) => [...row.cells].slice(1).every((cell) => !(cell.dataset.value || '').includes('.'))),
      labels: rows.map((row) => row.cells[0].dataset.label || row.cells[0].textContent.trim()),
      series: heads.map((name, column) => ({
        name,
        values: rows.map((row) => { const raw = row.cells[column + 1].dataset.value; return raw === '' || raw === undefined ? null : Number(raw); }),
        shown: rows.map((row) => row.cells[column + 1].textContent.trim()),
      })).filter((series, index) => index === 0 || series.values.some((each) => each)),
    };
  };

  const option = (figure) => {
    const data = read(figure.querySelector('table'));
    const kind = figure.dataset.chart;
    const ink = colour('--ink'), soft = colour('--ink-soft'), line = colour('--line'), surface = colour('--surface');
    const palette = ['--accent', '--chart-2', '--chart-3', '--chart-4', '--chart-5', '--chart-6'].map(colour);
    const flat = kind === 'flat';
    const category = { type: 'category', data: data.labels, axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
      axisLabel: { color: soft, fontSize: 12, hideOverlap: true, width: flat ? Math.min(280, Math.round(figure.clientWidth * 0.36)) : undefined, overflow: flat ? 'truncate' : 'none' } };
    const value = { type: 'value', min: 0, splitNumber: 3, minInterval: data.whole ? 1 : 0, axisLabel: { color: soft, fontSize: 12, formatter: (v) => short(v, figure) },
      splitLine: { lineStyle: { color: line, type: [3, 4] } } };
    const text = document.body ? getComputedStyle(document.body).fontFamily : 'sans-serif';
    return {
      animation: !still.matches, animationDuration: 350, textStyle: { fontFamily: text, color: ink },
      color: palette, aria: { enabled: false },
      grid: { left: 4, right: 12, top: data.series.length > 1 ? 36 : 12, bottom: 4, containLabel: true },
      legend: data.series.length > 1 ? { left: 0, top: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 4, textStyle: { color: soft, fontSize: 12.5 } } : undefined,
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: surface, borderColor: line, textStyle: { color: ink, fontSize: 13 },
        axisPointer: { type: kind === 'line' ? 'line' : 'shadow', shadowStyle: { color: colour('--hover') }, lineStyle: { color: line } },
        formatter: (points) => points[0].name + '\n' + points.map((p) => p.seriesName + '  ' + data.series[p.seriesIndex].shown[p.dataIndex]).join('\n') },
      xAxis: flat ? value : category,
      yAxis: flat ? { ...category, inverse: true } : value,
      series: data.series.map((series, index) => {
        const second = index > 0 && kind === 'bars';
        return second || kind === 'line'
          ? { type: 'line', name: series.name, data: series.values, smooth: 0.25, symbol: 'circle', symbolSize: 5, showSymbol: series.values.length < 2,
              lineStyle: { width: 2, type: second ? [5, 4] : 'solid', color: second ? colour('--chart-2') : palette[index] },
              itemStyle: { color: second ? colour('--chart-2') : palette[index] }, connectNulls: false,
              areaStyle: kind === 'line' && index === 0 ? { opacity: 0.07 } : undefined }
          : { type: 'bar', name: series.name, data: series.values, barMaxWidth: flat ? 16 : 26, barMinHeight: 0,
              itemStyle: { borderRadius: flat ? [0, 4, 4, 0] : [4, 4, 0, 0], color: palette[index] } };
      }),
    };
  };

  const short = (value, figure) => new Intl.NumberFormat(document.documentElement.lang, figure.dataset.unit === 'percent'
    ? { style: 'percent', maximumFractionDigits: 0 } : { notation: 'compact', maximumFractionDigits: 1 }).format(value);

  const draw = (part) => part.querySelectorAll('figure[data-chart]').forEach((figure) => {
    if (drawn.has(figure) || !window.echarts || !figure.querySelector('tbody tr')) return;
    const ground = document.createElement('div');
    ground.className = 'plot';
    ground.setAttribute('aria-hidden', 'true');
    // lying bars are as thick however many there are
    if (figure.dataset.chart === 'flat') ground.style.height = `${Math.max(96, figure.querySelectorAll('tbody tr').length * 36 + 44)}px`;
    figure.prepend(ground);
    figure.classList.add('is-drawn');
    const chart = window.echarts.init(ground, null, { renderer: 'canvas' });
    chart.setOption(option(figure));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(ground);
    drawn.set(figure, { chart, watch });
  });

  const leave = (part) => part.querySelectorAll('figure[data-chart]').forEach((figure) => {
    const one = drawn.get(figure);
    if (one) { one.watch.disconnect(); one.chart.dispose(); drawn.delete(figure); }
  });

  const again = () => drawn.forEach(({ chart }, figure) => chart.setOption(option(figure), true));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  window.tillgateCharts = { draw, leave };
  draw(document);
})();
