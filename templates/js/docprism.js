// Everything here adds to pages that are complete without it. The build puts each file where it is named, those with a
// feature only for brands that have it on.
// include scheme-switch.js
// include navigation-state.js
// include headings.js
// include toc-follow.js if toc.follow
// include tracking.js if navigation.tracking
// include scroll-direction.js
// include heading-link.js
// include overlays.js
// include article-access.js
// include announcement.js if announce.dismiss
// include prefetch.js if navigation.instant.prefetch
// include code-copy.js if content.code.copy
// include code-select.js if content.code.select
// include annotations.js
// include tooltips.js
// include wide-tables.js
// include zoom.js
// include linked-tabs.js if content.tabs.link
// include reveal.js
