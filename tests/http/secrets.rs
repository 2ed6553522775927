//! Nothing a caller can print shows a secret.

use crate::failure::{assert_discreet, discreet, failure};
use crate::server::Server;
use crate::step::{answer, json};
use crate::tiger::{SECRET, builder, client, order};
use std::fmt::Debug;
use tiger_cloud::models::UpdatePasswordInput;
use tiger_cloud::{Client, Credential, Error, Secret};

fn assert_silent(value: &dyn Debug) -> String {
    let text = format!("{value:?}\n{value:#?}");
    assert_discreet(&text);
    text
}

#[tokio::test]
async fn clients_builders_and_calls_are_silent() {
    let server = Server::start([json("{}")]).await;
    let token = || {
        builder(&server)
            .header("X-Token", SECRET)
            .user_agent(SECRET)
    };
    assert_silent(&token());
    let client = token().build().unwrap();
    assert_silent(&client);
    let input = UpdatePasswordInput::new(SECRET);
    let text = assert_silent(&client.update_password("p", "s", &input));
    assert!(
        text.starts_with(r#"Request { operation: "updatePassword""#),
        "{text}"
    );
    assert_silent(&client.get_service("p", SECRET).header("X-Other", SECRET));
    assert_silent(&client.get_service_logs("p", "s").cursor(SECRET));
    assert_silent(&client.update_password("p", "s", &input).send());
    assert_silent(&client.update_password("p", "s", &input).into_future());
}

#[test]
fn credentials_and_inputs_show_that_something_is_hidden() {
    let basic = Credential::Basic {
        username: "access".into(),
        password: SECRET.into(),
    };
    let values: [&dyn Debug; 4] = [
        &basic,
        &Credential::Bearer(SECRET.into()),
        &UpdatePasswordInput::new(SECRET),
        &Secret::from(SECRET),
    ];
    for value in values {
        assert!(assert_silent(value).contains("[redacted]"));
    }
}

#[tokio::test]
async fn a_service_shows_all_but_its_password() {
    let body = format!(r#"{{"name":"metrics","initial_password":"{SECRET}"}}"#);
    let server = Server::start([answer("202 Accepted", "Set-Cookie: a=hunter2\r\n", &body)]).await;
    let call = client(&server).create_service("p", &order());
    let response = call.send().await.unwrap();
    let text = assert_silent(&response);
    assert!(
        text.contains("metrics") && text.contains("[redacted]"),
        "{text}"
    );
    let service = response.into_body();
    assert_silent(&service);
    assert_eq!(service.initial_password.unwrap().expose(), SECRET);
}

#[tokio::test]
async fn refused_settings_are_not_repeated() {
    let local = || Client::builder().basic_auth("access", SECRET);
    let builders = [
        local().base_url(format!("https://u:{SECRET}@localhost")),
        local().base_url(format!("https://localhost?key={SECRET}")),
        local().base_url(format!("http://u:{SECRET}@[")),
        local()
            .base_url("http://localhost")
            .header("X-Token", format!("{SECRET}\n")),
        local()
            .base_url("http://localhost")
            .user_agent(format!("{SECRET}\n")),
        local()
            .base_url("http://localhost")
            .basic_auth(format!("{SECRET}:"), SECRET),
    ];
    for builder in builders {
        let error = discreet(builder.build());
        assert!(matches!(error, Error::Configuration(_)), "{error:?}");
    }
    let server = Server::start([json("{}")]).await;
    let call = client(&server).get_service("p", "s");
    let error = failure(call.header("X-Token", &format!("{SECRET}\n"))).await;
    assert!(matches!(error, Error::Parameter { .. }), "{error:?}");
    assert_eq!(server.connections(), 0);
}
