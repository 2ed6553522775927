use crate::server::{Server, json};
use crate::thing::{OPEN, builder, get};
use clientsmith_runtime::runtime::{Credential, RawResponse, Request};
use serde_json::Value;

fn basic() -> Credential {
    Credential::Basic {
        username: "Aladdin".into(),
        password: "open sesame".into(),
    }
}

/// The head of the request sent with `credentials`.
async fn sent(credentials: &[(&str, Credential)]) -> String {
    let server = Server::start([json("1")]).await;
    let mut builder = builder(&server.url);
    for (scheme, credential) in credentials {
        builder = builder.credential(*scheme, credential.clone());
    }
    get(&builder.build().unwrap(), &"x").await.unwrap();
    server.request()
}

#[tokio::test]
async fn each_scheme_goes_where_it_belongs() {
    let basic = sent(&[("basic", basic())]).await;
    assert!(
        basic.contains("authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n"),
        "{basic}"
    );
    let both = sent(&[
        ("token", Credential::Bearer("t".into())),
        ("key", Credential::ApiKey("k".into())),
    ])
    .await;
    assert!(
        both.contains("authorization: Bearer t\r\n") && both.contains("x-key: k\r\n"),
        "{both}"
    );
    let raw = sent(&[("raw", Credential::ApiKey("Custom z".into()))]).await;
    assert!(raw.contains("authorization: Custom z\r\n"), "{raw}");
    let rest = sent(&[
        ("asked", Credential::ApiKey("a&b".into())),
        ("baked", Credential::ApiKey("s%3Aabc.DEF+/=:@~".into())),
    ])
    .await;
    assert!(
        rest.starts_with("GET /things/x?api%20key=a%26b HTTP/1.1\r\n"),
        "{rest}"
    );
    assert!(
        rest.contains("cookie: session=s%3Aabc.DEF+/=:@~\r\n"),
        "{rest}"
    );
}

#[test]
fn a_key_that_no_cookie_can_carry_is_refused() {
    for key in ["a b", "a;b", "a,b", "a\"b", "a\\b", "a\nb", "ä"] {
        let builder = builder("http://127.0.0.1:1");
        let builder = builder.credential("baked", Credential::ApiKey(key.into()));
        let error = builder.build().unwrap_err().to_string();
        assert!(
            error.contains("`baked` has a character that is not allowed in a cookie"),
            "{error}"
        );
        assert!(!error.contains(key), "{error}");
    }
}

#[tokio::test]
async fn half_an_alternative_is_none() {
    let request = sent(&[("token", Credential::Bearer("t".into()))]).await;
    assert!(!request.contains("authorization"), "{request}");
}

#[tokio::test]
async fn the_first_whole_alternative_is_used_alone() {
    let request = sent(&[("raw", Credential::ApiKey("z".into())), ("basic", basic())]).await;
    assert!(request.contains("authorization: Basic"), "{request}");
}

#[tokio::test]
async fn open_operations_and_explicit_headers_win_over_credentials() {
    let server = Server::start([json("1")]).await;
    let client = builder(&server.url)
        .credential("basic", basic())
        .build()
        .unwrap();
    let _: Value = Request::new(&client, &OPEN, &[], RawResponse::json)
        .await
        .unwrap();
    get(&client, &"x")
        .header("Authorization", "mine")
        .await
        .unwrap();
    let [open, mine] = server.requests().try_into().unwrap();
    assert!(!open.contains("authorization"), "{open}");
    assert!(
        mine.contains("authorization: mine\r\n") && !mine.contains("Basic"),
        "{mine}"
    );
}

#[test]
fn credentials_that_cannot_be_sent_fail_the_build() {
    let colon = Credential::Basic {
        username: "a:b".into(),
        password: "p".into(),
    };
    let cases = [
        ("basic", colon, "colon"),
        ("basic", Credential::Bearer("t".into()), "another kind"),
        ("token", Credential::Bearer("t\n".into()), "line break"),
        ("nope", basic(), "no security scheme named `nope`"),
    ];
    for (scheme, credential, expected) in cases {
        let error = builder("https://example.com")
            .credential(scheme, credential)
            .build()
            .unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    }
}
