use crate::server::{Server, answer};
use crate::thing::{builder, get};
use clientsmith_runtime::runtime::{Credential, Secret};

#[test]
fn a_secret_shows_only_when_asked() {
    let secret = Secret::from("hunter2");
    assert_eq!(format!("{secret} {secret:?}"), "[redacted] [redacted]");
    assert_eq!(secret.expose(), "hunter2");
    assert_eq!(serde_json::to_string(&secret).unwrap(), "\"hunter2\"");
    assert_eq!(
        serde_json::from_str::<Secret>("\"hunter2\"").unwrap(),
        secret.clone()
    );
}

#[tokio::test]
async fn nothing_about_a_call_shows_credentials() {
    let server = Server::start([answer(
        "400 Bad",
        "Set-Cookie: hunter2\r\n",
        r#"{"password":"hunter2"}"#,
    )])
    .await;
    let basic = Credential::Basic {
        username: "u".into(),
        password: "hunter2".into(),
    };
    let settings = || {
        builder(&server.url)
            .credential("basic", basic.clone())
            .header("X-Token", "hunter2")
    };
    let client = settings().build().unwrap();
    let request = get(&client, &"x").header("X-Other", "hunter2");
    let shown = format!("{:?} {client:?} {request:?} {basic:?}", settings());
    let error = request.await.unwrap_err();
    let shown = format!("{shown} {error} {error:?}");
    assert!(
        !shown.contains("hunter2") && !shown.contains("aHVudGVyMg"),
        "{shown}"
    );
}

#[tokio::test]
async fn a_key_in_the_query_does_not_show_in_errors() {
    let key = || Credential::ApiKey("hunter2".into());
    let client = builder("http://127.0.0.1:1")
        .credential("asked", key())
        .credential("baked", key())
        .build()
        .unwrap();
    let error = get(&client, &"x").await.unwrap_err();
    assert!(
        !format!("{error} {error:?}").contains("hunter2"),
        "{error:?}"
    );
}
