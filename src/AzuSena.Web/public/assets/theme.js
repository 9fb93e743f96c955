// Runs before the first paint, so that nobody who chose a theme sees the other one flash by.
(function () {
  try {
    var theme = localStorage.getItem('azusena.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (e) {
    // Storage is forbidden: the system's theme it is.
  }
})();
