//! Spellings that the rule for capitals would split in the wrong place.

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

/// The length in bytes of the irregular spelling that `rest` begins with, a plural `s` included.
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
