export {archiveSites} from './build/archive/archive-sites.ts'
export type {SiteArchive} from './build/archive/archive-sites.ts'
export {build} from './build/build.ts'
export {createBuilder} from './build/builder.ts'
export type {Builder, BuilderOptions, BuildResult, BuiltBrand} from './build/builder.ts'
export {createRenderer} from './build/create-renderer.ts'
export type {RenderedPage, Renderer, RendererOptions} from './build/create-renderer.ts'
export type {Progress, ProgressListener} from './build/progress.ts'
export {UsageError} from './build/usage-error.ts'
export {check} from './check/check.ts'
export type {CheckOptions, CheckResult} from './check/check.ts'
export {updateTranslations} from './check/translations/update-translations.ts'
export type {UpdateOptions, UpdateResult} from './check/translations/update-translations.ts'
export {fixSources} from './check/fix/fix-sources.ts'
export type {FixedFile, FixOptions, FixResult} from './check/fix/fix-sources.ts'
export {defineConfig} from './config/define-config.ts'
export type {
  BrandConfig,
  CheckConfig,
  ConfigValue,
  ConfigValues,
  DeliveryConfig,
  ExternalConfig,
  HooksConfig,
  LocaleConfig,
  LocalizedText,
  MarkdownConfig,
  MarkdownExtensionsConfig,
  SiteConfig,
  SlugifyConfig,
  SocialConfig,
  ThemeConfig,
} from './config/define-config.ts'
export {ConfigurationError, serve} from './serve/serve.ts'
export type {RunningServer, ServeOptions} from './serve/serve.ts'
export type {ServeEvent} from './serve/serve-events.ts'
export type {RuleLevel, RuleLevels, RuleOverride, TranslationSettings} from './core/check-settings.ts'
export type {Diagnostic, Fix, Severity} from './core/diagnostic.ts'
export type {TocEntry} from './core/page.ts'
export type {Place, Point} from './core/position.ts'
export type {RuleId} from './core/rules.ts'
export type {Site, Values} from './core/site.ts'
