//! Splits a name into words, and knows spellings that the rule for capitals would split in the wrong place.

use std::borrow::Cow;

use super::signs;

/// Splits any name of a document into lower-case ASCII words.
///
/// `text` is a property, schema, parameter or operation name, or an enum value, as the document spells it.
/// Text beyond ASCII is transliterated, so that an identifier never holds a confusable character.
/// The result has at least one word; no word is empty or holds anything but `a-z` and `0-9`.
#[must_use]
pub fn split(text: &str) -> Vec<String> {
    let text = ascii(text);
    if !text.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        return signs::spell(&text);
    }
    without_quotes(signs::spell_numeric(&text))
        .split(|character: char| !character.is_ascii_alphanumeric())
        .flat_map(words_of)
        .collect()
}

fn without_quotes(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains(['\'', '`']) {
        return Cow::Owned(text.replace(['\'', '`'], ""));
    }
    text
}

fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(deunicode::deunicode_with_tofu(text, ""))
}

/// Returns the words of a run of letters and digits.
fn words_of(run: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = run;
    while !rest.is_empty() {
        let (word, tail) = rest.split_at(word_length(rest));
        words.push(word.to_ascii_lowercase());
        rest = tail;
    }
    words
}

/// Returns the length in bytes of the first word of `rest`: its head, then all up to the next capital.
fn word_length(rest: &str) -> usize {
    if let Some(acronym) = versioned_acronym(rest) {
        return acronym;
    }
    let head = irregular(rest)
        .or_else(|| plural_acronym(rest))
        .unwrap_or_else(|| head_length(rest));
    head + count(rest.bytes().skip(head), |byte| !byte.is_ascii_uppercase())
}

/// Returns the capitals that open a word; the last one of several opens the next word if lower case follows.
fn head_length(rest: &str) -> usize {
    let capitals = capitals(rest);
    let next_is_lower = rest
        .as_bytes()
        .get(capitals)
        .is_some_and(u8::is_ascii_lowercase);
    if capitals > 1 && next_is_lower {
        capitals - 1
    } else {
        capitals
    }
}

/// Returns the length of an acronym in the plural (`VPCs`), if `rest` begins with one.
fn plural_acronym(rest: &str) -> Option<usize> {
    let capitals = capitals(rest);
    let mut following = rest.bytes().skip(capitals);
    let is_plural = capitals > 1 && following.next() == Some(b's');
    let ends_word = !following
        .next()
        .is_some_and(|byte| byte.is_ascii_lowercase());
    (is_plural && ends_word).then_some(capitals + 1)
}

/// Returns the length of an acronym that a version follows (`TLSv1`), if `rest` begins with one.
fn versioned_acronym(rest: &str) -> Option<usize> {
    let capitals = capitals(rest);
    let mut following = rest.bytes().skip(capitals);
    let is_versioned = following.next() == Some(b'v')
        && following.next().is_some_and(|byte| byte.is_ascii_digit());
    (capitals > 1 && is_versioned && irregular(rest).is_none()).then_some(capitals)
}

fn capitals(rest: &str) -> usize {
    count(rest.bytes(), |byte| byte.is_ascii_uppercase())
}

fn count(bytes: impl Iterator<Item = u8>, accept: impl Fn(u8) -> bool) -> usize {
    bytes.take_while(|byte| accept(*byte)).count()
}

const IRREGULAR: &[&str] = &[
    "DBaaS",
    "DDoS",
    "DoS",
    "GHz",
    "GiB",
    "GraphQL",
    "IPv",
    "IaaS",
    "IoT",
    "KiB",
    "LoRaWAN",
    "MHz",
    "MiB",
    "MySQL",
    "NVMe",
    "NoSQL",
    "OAuth",
    "PCIe",
    "PaaS",
    "PostgreSQL",
    "QoS",
    "SQLite",
    "SaaS",
    "TiB",
    "VMware",
    "WiFi",
    "eBPF",
    "gRPC",
    "iOS",
    "iPadOS",
    "macOS",
    "mTLS",
    "tvOS",
    "vCPU",
    "vGPU",
    "vRAM",
    "watchOS",
];

/// Returns the length in bytes of the irregular spelling that `rest` begins with, a plural `s` included.
pub(super) fn irregular(rest: &str) -> Option<usize> {
    IRREGULAR
        .iter()
        .filter_map(|spelling| whole_word(rest, spelling))
        .max()
}

/// `DoS` is a word of its own in `DoSAttack`, but not in `DoSomething`.
fn whole_word(rest: &str, spelling: &str) -> Option<usize> {
    // Nearly all end here, where no call is needed yet.
    if rest.as_bytes().first() != spelling.as_bytes().first() {
        return None;
    }
    let after = rest.strip_prefix(spelling)?;
    let singular = after.strip_prefix('s').unwrap_or(after);
    let ends = |tail: &str| !tail.starts_with(|next: char| next.is_ascii_lowercase());
    let tail = if ends(after) { after } else { singular };
    ends(tail).then_some(rest.len() - tail.len())
}

#[cfg(test)]
mod tests {
    use super::split;

    const CASES: &[(&str, &str)] = &[
        ("HAReplica", "ha replica"),
        ("DBUser", "db user"),
        ("setHAReplica", "set ha replica"),
        ("SetHAReplicaInput", "set ha replica input"),
        ("getVPCs", "get vpcs"),
        ("VPCsList", "vpcs list"),
        ("userIDs", "user ids"),
        ("userIDs2", "user ids2"),
        ("VPCId", "vpc id"),
        ("APIVersion", "api version"),
        ("resourceURN", "resource urn"),
        ("newDoubleSha1Hash", "new double sha1 hash"),
        ("attachServiceToVPC", "attach service to vpc"),
        ("ServiceVPCInput", "service vpc input"),
        ("us-east-1", "us east 1"),
        ("us-east1", "us east1"),
        ("ipv4", "ipv4"),
        ("s3Bucket", "s3 bucket"),
        ("v1beta1", "v1beta1"),
        ("OAuth2Token", "oauth2 token"),
        ("IPv6Address", "ipv6 address"),
        ("useMySQLDatabase", "use mysql database"),
        ("iOS", "ios"),
        ("macOSVersion", "macos version"),
        ("vCPUs", "vcpus"),
        ("DoSomething", "do something"),
        ("K8sCluster", "k8s cluster"),
        ("_links", "links"),
        ("filter.name", "filter name"),
        ("time-series", "time series"),
        ("SSD Standard", "ssd standard"),
        ("de/fra", "de fra"),
        ("v1-highmem-xs", "v1 highmem xs"),
        (
            "dedicated_standard_n2d_standard_32_16SSD",
            "dedicated standard n2d standard 32 16 ssd",
        ),
        ("0.5", "0 5"),
        ("user's", "users"),
        ("user’s", "users"),
        ("Größe", "grosse"),
        ("你好", "ni hao"),
        ("<=", "less than or equal"),
        ("≤", "less than or equal"),
        ("*", "asterisk"),
        ("-1", "minus 1"),
        ("+1", "plus 1"),
        ("UTC+2", "utc plus 2"),
        ("-created_at", "minus created at"),
        ("created_at", "created at"),
        ("", "empty"),
        ("\u{200b}", "blank"),
        ("\0", "empty"),
        (" ", "blank"),
    ];

    #[test]
    fn splits_names() {
        for (text, words) in CASES {
            assert_eq!(split(text).join(" "), *words, "{text:?}");
        }
    }
}

#[cfg(test)]
mod spellings_tests {
    use super::irregular;

    #[test]
    fn finds_whole_words_only() {
        assert_eq!(irregular("GraphQLEndpoint"), Some(7));
        assert_eq!(irregular("vCPUs"), Some(5));
        assert_eq!(irregular("IPv6"), Some(3));
        assert_eq!(irregular("DoSomething"), None);
        assert_eq!(irregular("Graph"), None);
    }
}
