//! The makers and the shapes of their tokens.
//!
//! Sources: the makers' pages and scanner rules that `shared/data` of the project's material gathered on 2026-11-22, above
//! all gitleaks' `config/gitleaks.toml` (commit b58d3f10).

use crate::pattern::Pattern;

pub(crate) const GITHUB: Pattern = Pattern::new("gh[pousr]_[0-9A-Za-z]{36}");
pub(crate) const GITHUB_FINE_GRAINED: Pattern = Pattern::new("github_pat_[0-9A-Za-z_]{82}");
/// With dots where a cell's router reads it: gitlab.com/gitlab-org/gitlab/-/merge_requests/169322, 2024; seen on 2026-11-24.
pub(crate) const GITLAB: Pattern = Pattern::new("glpat-[0-9A-Za-z_.-]{20,}");
/// A person's, or (`C`) a repository's, a project's or a workspace's: the second as public code describes it, seen on 2026-11-24.
pub(crate) const ATLASSIAN: Pattern = Pattern::new("AT[AC]TT3[A-Za-z0-9_=-]{186}");
pub(crate) const NPM: Pattern = Pattern::new("npm_[A-Za-z0-9]{36}");
pub(crate) const PYPI: Pattern = Pattern::new("pypi-AgEIcHlwaS5vcmc[0-9A-Za-z_-]{50,}");
pub(crate) const SENDGRID: Pattern = Pattern::new("SG.[A-Za-z0-9=_.-]{66}");
/// Three parts in base64url, the first two JSON.
pub(crate) const JWT: Pattern = Pattern::new("ey[A-Za-z0-9_/-]{17,}.ey[A-Za-z0-9_/-]{17,}.[A-Za-z0-9_/-]{10,}={0,2}");

/// `(maker, shape)` of each kind of token that carries its maker's prefix, sorted by maker; the providers' own ids where there is a
/// profile.
pub static TOKENS: &[(&str, Pattern)] = &[
    ("1password", Pattern::new("ops_eyJ[A-Za-z0-9+/]{250,}={0,3}")),
    ("anthropic", Pattern::new("sk-ant-a[pd][im][0-9in]{2,3}[0-9]{0,2}-[A-Za-z0-9_-]{93}AA")),
    ("atlassian", ATLASSIAN),
    ("aws", Pattern::new("A[KSB]IA[A-Z2-7]{16}")),
    ("aws", Pattern::new("ACCA[A-Z2-7]{16}")),
    ("aws", Pattern::new("A3T[A-Z0-9][A-Z2-7]{16}")),
    ("bitbucket", Pattern::new("ATBB[A-Za-z0-9_-]{28,32}")),
    ("databricks", Pattern::new("dapi[a-f0-9]{32}")),
    ("databricks", Pattern::new("dapi[a-f0-9]{32}-[0-9]")),
    ("digitalocean", Pattern::new("do[opr]_v1_[a-f0-9]{64}")),
    ("doppler", Pattern::new("dp.pt.[A-Za-z0-9]{43}")),
    ("github", GITHUB),
    ("github", GITHUB_FINE_GRAINED),
    ("gitlab", GITLAB),
    ("gitlab", Pattern::new("glptt-[0-9a-f]{40}")),
    ("gitlab", Pattern::new("gl[drf]t-[0-9A-Za-z_-]{20,}")),
    ("gitlab", Pattern::new("glimt-[0-9A-Za-z_-]{25}")),
    ("gitlab", Pattern::new("glagent-[0-9A-Za-z_-]{50}")),
    ("gitlab", Pattern::new("gloas-[0-9A-Za-z_-]{64}")),
    ("gitlab", Pattern::new("glcbt-[0-9A-Za-z]{1,5}_[0-9A-Za-z_-]{20}")),
    ("google", Pattern::new("AIza[0-9A-Za-z_-]{35}")),
    ("grafana", Pattern::new("glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}")),
    ("heroku", Pattern::new("HRKU-AA[0-9A-Za-z_-]{58}")),
    ("huggingface", Pattern::new("hf_[A-Za-z]{34}")),
    ("huggingface", Pattern::new("api_org_[A-Za-z]{34}")),
    ("jwt", JWT),
    ("linear", Pattern::new("lin_api_[A-Za-z0-9]{40}")),
    ("mailgun", Pattern::new("key-[a-f0-9]{32}")),
    ("mailgun", Pattern::new("pubkey-[a-f0-9]{32}")),
    ("notion", Pattern::new("ntn_[0-9]{11}[A-Za-z0-9]{35}")),
    ("npm", NPM),
    ("openai", Pattern::new("sk-[A-Za-z0-9_-]{48,}")),
    ("planetscale", Pattern::new("pscale_pw_[0-9A-Za-z_=.-]{32,64}")),
    ("postman", Pattern::new("PMAK-[a-f0-9]{24}-[a-f0-9]{34}")),
    ("pypi", PYPI),
    ("rubygems", Pattern::new("rubygems_[a-f0-9]{48}")),
    ("sendgrid", SENDGRID),
    ("sentry", Pattern::new("sntryu_[a-f0-9]{64}")),
    ("shopify", Pattern::new("shpat_[a-fA-F0-9]{32}")),
    ("shopify", Pattern::new("shp[cp]a_[a-fA-F0-9]{32}")),
    ("shopify", Pattern::new("shpss_[a-fA-F0-9]{32}")),
    ("slack", Pattern::new("xox[baprseo]-[0-9A-Za-z-]{10,}")),
    ("slack", Pattern::new("xapp-[0-9]-[A-Za-z0-9]+-[0-9]+-[a-z0-9]+")),
    ("stripe", Pattern::new("[sr]k_test_[A-Za-z0-9]{10,99}")),
    ("stripe", Pattern::new("[sr]k_live_[A-Za-z0-9]{10,99}")),
    ("stripe", Pattern::new("[sr]k_prod_[A-Za-z0-9]{10,99}")),
    ("telegram", Pattern::new("[0-9]{5,16}:A[A-Za-z0-9_-]{34}")),
    ("twilio", Pattern::new("SK[0-9a-fA-F]{32}")),
    ("vault", Pattern::new("hvs.[0-9A-Za-z_-]{90,120}")),
    ("vault", Pattern::new("hvb.[0-9A-Za-z_-]{138,300}")),
    ("vault", Pattern::new("s.[A-Za-z0-9]{24}")),
];
