//! The singular of English nouns.

/// Words that end like a plural and are none, or are both.
const UNCHANGED: &[&str] = &[
    "aes",
    "alias",
    "always",
    "as",
    "atlas",
    "aws",
    "bias",
    "bps",
    "canvas",
    "chaos",
    "cors",
    "cosmos",
    "css",
    "data",
    "ddos",
    "devops",
    "dms",
    "dns",
    "dos",
    "ebs",
    "ecs",
    "efs",
    "eks",
    "faas",
    "fps",
    "gas",
    "gbps",
    "gcs",
    "gps",
    "has",
    "https",
    "iaas",
    "ios",
    "iops",
    "is",
    "its",
    "jks",
    "jws",
    "k8s",
    "kms",
    "kubernetes",
    "lens",
    "macos",
    "mbps",
    "means",
    "mms",
    "ms",
    "mtls",
    "nas",
    "news",
    "nfs",
    "ops",
    "os",
    "paas",
    "postgres",
    "qos",
    "qps",
    "rds",
    "rps",
    "saas",
    "series",
    "sms",
    "sns",
    "species",
    "sqs",
    "tls",
    "vps",
    "was",
    "wss",
    "xss",
    "yes",
];

/// Plurals that follow no rule below.
const IRREGULAR: &[(&str, &str)] = &[
    ("aliases", "alias"),
    ("apis", "api"),
    ("appendices", "appendix"),
    ("atlases", "atlas"),
    ("axes", "axis"),
    ("biases", "bias"),
    ("canvases", "canvas"),
    ("children", "child"),
    ("clis", "cli"),
    ("cookies", "cookie"),
    ("cpus", "cpu"),
    ("criteria", "criterion"),
    ("crises", "crisis"),
    ("diagnoses", "diagnosis"),
    ("gases", "gas"),
    ("gpus", "gpu"),
    ("halves", "half"),
    ("hypotheses", "hypothesis"),
    ("indices", "index"),
    ("kpis", "kpi"),
    ("lenses", "lens"),
    ("matrices", "matrix"),
    ("men", "man"),
    ("menus", "menu"),
    ("mice", "mouse"),
    ("movies", "movie"),
    ("people", "person"),
    ("quizzes", "quiz"),
    ("shelves", "shelf"),
    ("shoes", "shoe"),
    ("skus", "sku"),
    ("synopses", "synopsis"),
    ("theses", "thesis"),
    ("ties", "tie"),
    ("uris", "uri"),
    ("uses", "use"),
    ("vcpus", "vcpu"),
    ("vertices", "vertex"),
    ("women", "woman"),
];

/// Endings and what they become, the first that fits; an ending that stands before another is an exception to it.
const ENDINGS: &[(&str, &str)] = &[
    ("sses", "ss"),
    ("yses", "ysis"),
    ("auses", "ause"),
    ("ouses", "ouse"),
    ("uses", "us"),
    ("xes", "x"),
    ("caches", "cache"),
    ("niches", "niche"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("ies", "y"),
    ("oes", "o"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
];

/// Returns the singular of `word`, a lower-case English noun; a word that is no plural comes back as it is.
#[must_use]
pub fn singular(word: &str) -> String {
    if UNCHANGED.contains(&word) {
        return word.to_owned();
    }
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == word) {
        return (*one).to_owned();
    }
    ENDINGS
        .iter()
        .find_map(|(many, one)| replaced(word, many, one))
        .unwrap_or_else(|| word.to_owned())
}

/// `word` with the ending `many` made `one`, unless nothing but the ending would be left.
fn replaced(word: &str, many: &str, one: &str) -> Option<String> {
    let stem = word.strip_suffix(many)?;
    (stem.len() + one.len() > 1).then(|| format!("{stem}{one}"))
}

#[cfg(test)]
mod tests {
    use super::singular;

    const PLURALS: &[(&str, &str)] = &[
        ("addresses", "address"),
        ("statuses", "status"),
        ("databases", "database"),
        ("warehouses", "warehouse"),
        ("policies", "policy"),
        ("entries", "entry"),
        ("indices", "index"),
        ("indexes", "index"),
        ("addons", "addon"),
        ("aliases", "alias"),
        ("caches", "cache"),
        ("branches", "branch"),
        ("hashes", "hash"),
        ("boxes", "box"),
        ("analyses", "analysis"),
        ("vpcs", "vpc"),
        ("ids", "id"),
        ("ips", "ip"),
        ("apis", "api"),
        ("replicas", "replica"),
        ("licenses", "license"),
        ("responses", "response"),
        ("sizes", "size"),
        ("keys", "key"),
        ("archives", "archive"),
        ("people", "person"),
    ];

    const SINGULARS: &[&str] = &[
        "series",
        "status",
        "access",
        "data",
        "news",
        "dns",
        "https",
        "tls",
        "kubernetes",
        "address",
        "analysis",
        "redis",
        "service",
        "s",
        "us",
        "ios",
        "",
    ];

    #[test]
    fn makes_one_of_many() {
        for (many, one) in PLURALS {
            assert_eq!(singular(many), *one);
        }
    }

    #[test]
    fn leaves_singulars_alone() {
        for word in SINGULARS {
            assert_eq!(singular(word), *word);
        }
    }
}
