// Sends a form with a file and says how far it is. Without it the form is sent as any other, and the page comes when it is through.
(() => {
  'use strict';
  const MEGABYTE = 1024 * 1024;
  const fill = (text, ...values) => values.reduce((all, value, index) => all.replace('%' + (index + 1), value), text);
  const size = (bytes) => (bytes / MEGABYTE).toLocaleString(document.documentElement.lang,
    { minimumFractionDigits: 1, maximumFractionDigits: 1 }) + ' MB';

  const parts = (form) => ({
    file: form.querySelector('input[type=file]'),
    refused: form.querySelector('[data-refused]'),
    progress: form.querySelector('[data-progress]'),
    said: form.querySelector('[data-progress] p'),
    bar: form.querySelector('progress'),
    stop: form.querySelector('[data-stop]'),
  });

  const refuse = (form, text) => {
    const { refused, progress } = parts(form);
    delete form.dataset.sent;
    form.removeAttribute('aria-busy');
    progress.hidden = true;
    refused.textContent = text;
    refused.hidden = !text;
    if (text) refused.focus();
  };

  // what is too large is said before anything is sent
  const fits = (form) => {
    const { file, progress, refused } = parts(form);
    const large = [...file.files].find((each) => each.size > Number(progress.dataset.max));
    const text = large ? fill(progress.dataset.large, size(large.size)) : '';
    file.setCustomValidity(text);
    file.closest('.field').classList.toggle('wrong', Boolean(large));
    refused.textContent = text;
    refused.hidden = !large;
    return !large;
  };

  // the answer's main part stands in for the page's, as if the form had been sent without a script
  const show = (html) => {
    const answer = new DOMParser().parseFromString(html, 'text/html');
    const main = document.getElementById('content');
    main.replaceChildren(...answer.getElementById('content').childNodes);
    document.title = answer.title;
    if (window.htmx) window.htmx.process(main);
    main.focus();
    window.scrollTo(0, 0);
  };

  const send = (form, submitter) => {
    const { progress, said, bar, stop } = parts(form);
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('X-Upload', '1');
    request.upload.onprogress = (step) => {
      bar.max = step.total;
      bar.value = step.loaded;
      said.textContent = fill(progress.dataset.sent, size(step.loaded), size(step.total));
    };
    request.upload.onload = () => {
      bar.removeAttribute('value');
      said.textContent = progress.dataset.read;
      stop.hidden = true;
    };
    request.onload = () => {
      const place = request.getResponseHeader('Location');
      if (request.status === 204 && place) location.assign(place);
      else if (/^text\/html/.test(request.getResponseHeader('Content-Type') || '')) show(request.responseText);
      else refuse(form, progress.dataset.broken);
    };
    request.onerror = () => refuse(form, progress.dataset.broken);
    request.onabort = () => refuse(form, progress.dataset.stopped);
    stop.hidden = false;
    stop.onclick = () => request.abort();
    request.send(new FormData(form, submitter));
  };

  document.addEventListener('change', (event) => {
    const form = event.target.closest && event.target.closest('form[data-upload]');
    if (form && event.target.type === 'file') fits(form);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !form.hasAttribute('data-upload')) return;
    event.preventDefault();
    if (fits(form)) send(form, event.submitter);
    else refuse(form, parts(form).refused.textContent);
  });
})();
