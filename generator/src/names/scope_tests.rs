use std::collections::BTreeSet;

use super::{Case, MAX_LENGTH, Scope, Wanted, is_snake, shortened, split};

const KINDS: [Case; 6] = [
    Case::Type,
    Case::Variant,
    Case::Value,
    Case::Function,
    Case::Module,
    Case::Constant,
];

fn claimed(kind: Case, texts: &[&str]) -> Vec<String> {
    let wanted: Vec<_> = texts
        .iter()
        .map(|text| Wanted {
            given: None,
            text,
            deprecated: false,
        })
        .collect();
    let identifiers = Scope::new().claim_all(kind, &wanted);
    identifiers.iter().map(ToString::to_string).collect()
}

#[test]
fn first_come_first_served() {
    let mut scope = Scope::with_reserved(&["Client"]);
    let names = ["client", "pet", "Pet", "PET", "v1", "V1", "Self", "self"]
        .map(|text| scope.claim(Case::Type, text).to_string());
    assert_eq!(
        names,
        [
            "Client2", "Pet", "Pet2", "Pet3", "V1", "V1_2", "Self_", "Self2"
        ]
    );
}

#[test]
fn names_a_set_independent_of_its_order() {
    assert_eq!(
        claimed(Case::Variant, &["us-east1", "us-east-1"]),
        ["UsEast1", "UsEast1_2"]
    );
    assert_eq!(
        claimed(Case::Variant, &["us-east-1", "us-east1"]),
        ["UsEast1_2", "UsEast1"]
    );
    assert_eq!(
        claimed(Case::Value, &["apiKey", "api_key"]),
        ["api_key2", "api_key"]
    );
    assert_eq!(claimed(Case::Variant, &["a2", "a", "A"]), ["A2", "A3", "A"]);
    assert_eq!(
        claimed(Case::Value, &["_links", "links"]),
        ["links2", "links"]
    );
    assert_eq!(
        claimed(Case::Value, &["-created_at", "created_at"]),
        ["minus_created_at", "created_at"]
    );
}

#[test]
fn signs_that_make_the_difference_are_spelled_out() {
    let expected = ["V1_0", "V1Minus0", "V1Underscore0"];
    assert_eq!(claimed(Case::Variant, &["1.0", "1-0", "1_0"]), expected);
    assert_eq!(
        claimed(Case::Variant, &["1_0", "1-0", "1.0"]),
        ["V1Underscore0", "V1Minus0", "V1_0"]
    );
    assert_eq!(
        claimed(Case::Variant, &["a+b", "a-b", "a plus b"]),
        ["AB2", "AB", "APlusB"]
    );
    assert_eq!(
        claimed(Case::Type, &["foo.Bar", "FooBar", "Foo-Bar"]),
        ["FooDotBar", "FooBar", "FooBar2"]
    );
    assert_eq!(claimed(Case::Value, &["a[]", "a"]), ["a_brackets", "a"]);
}

#[test]
fn deprecated_gives_way() {
    let wanted = [
        Wanted {
            given: None,
            text: "api_key",
            deprecated: true,
        },
        Wanted {
            given: None,
            text: "apiKey",
            deprecated: false,
        },
    ];
    let names = Scope::new().claim_all(Case::Value, &wanted);
    assert_eq!(
        [names[0].as_str(), names[1].as_str()],
        ["api_key2", "api_key"]
    );
}

#[test]
fn keywords_stay_identifiers() {
    let names = claimed(
        Case::Value,
        &["type", "fn", "gen", "self", "super", "crate", "_", "async"],
    );
    let expected = [
        "r#type",
        "r#fn",
        "r#gen",
        "self_",
        "super_",
        "crate_",
        "underscore",
        "r#async",
    ];
    assert_eq!(names, expected);
    assert_eq!(claimed(Case::Type, &["Self", "type"]), ["Self_", "Type"]);
}

#[test]
fn modules_are_safe_file_names() {
    let names = claimed(
        Case::Module,
        &["main", "Con", "COM1", "Lib", "mod", "User management"],
    );
    assert_eq!(
        names,
        ["main_", "con_", "com1_", "lib_", "mod_", "user_management"]
    );
    let mut scope = Scope::with_reserved(&["Readme"]);
    assert_eq!(scope.claim(Case::Module, "README").as_str(), "readme2");
    assert_eq!(scope.claim(Case::Module, "com").as_str(), "com");
    assert_eq!(scope.claim(Case::Module, "com").as_str(), "com10");
}

#[test]
fn long_names_are_cut_between_words() {
    let long = "word ".repeat(100);
    let names = claimed(
        Case::Value,
        &[&format!("{long} a"), &format!("{long} b"), &"x".repeat(500)],
    );
    assert_eq!(names[0].len(), 119);
    assert!(names[0].ends_with("_word"));
    assert_eq!(names[1], format!("{}2", names[0]));
    assert_eq!(names[2].len(), MAX_LENGTH);
}

#[test]
fn many_claims_of_one_name_are_fast() {
    let mut scope = Scope::new();
    let last = (0..50_000)
        .map(|_| scope.claim(Case::Type, "pet"))
        .last()
        .unwrap();
    assert_eq!(last.as_str(), "Pet50000");
}

/// Short texts from few characters, so that they collide often.
fn texts(seed: u64) -> Vec<String> {
    const CHARACTERS: [char; 20] = [
        'a', 'B', 's', 'S', '1', '2', '_', '-', ' ', '.', '+', '<', 'é', '漢', '\'', 'f', 'n',
        '\u{202e}', '\0', '😀',
    ];
    let mut state = seed;
    let mut next = |bound: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((state >> 33) % bound).unwrap()
    };
    let texts: BTreeSet<String> = (0..60)
        .map(|_| (0..next(6)).map(|_| CHARACTERS[next(20)]).collect())
        .collect();
    texts.into_iter().collect()
}

#[test]
fn any_text_makes_a_unique_identifier() {
    for (kind, seed) in KINDS
        .into_iter()
        .flat_map(|kind| (0..40).map(move |seed| (kind, seed)))
    {
        let texts = texts(seed);
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let names = claimed(kind, &texts);
        for name in &names {
            assert!(syn::parse_str::<syn::Ident>(name).is_ok(), "{name}");
        }
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), texts.len());
        let reversed: Vec<&str> = texts.iter().rev().copied().collect();
        let mut again = claimed(kind, &reversed);
        again.reverse();
        assert_eq!(names, again);
    }
}

#[test]
fn names_in_snake_case_are_what_their_words_make() {
    for text in [
        "a",
        "id",
        "a1",
        "a_1_b",
        "created_at",
        "vcpus",
        "ios_app",
        "oauth2",
        "x509",
        "urls",
    ] {
        assert!(is_snake(text), "{text}");
        assert_eq!(Case::Value.join(&shortened(split(text))), text);
    }
    for text in ["", "_", "_a", "a_", "a__b", "1a", "aB", "a-b", "a b", "é"] {
        assert!(!is_snake(text), "{text}");
    }
}
