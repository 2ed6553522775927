//! A small API to call.

use clientsmith_runtime::runtime::{
    Api, Client, ClientBuilder, ErrorBody, Items, Location, Method, Operation, Parameter,
    ParameterValue, RawResponse, Request, Scheme, SchemeKind, Status, Style,
};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

pub static API: Api = Api {
    name: "thing-client",
    version: "1.2.3",
    base_url: "",
    base_url_variable: "THING_BASE_URL",
    schemes: &[
        Scheme {
            name: "basic",
            variables: &["THING_BASIC"],
            kind: SchemeKind::Basic,
        },
        Scheme {
            name: "token",
            variables: &["THING_TOKEN"],
            kind: SchemeKind::Bearer,
        },
        Scheme {
            name: "key",
            variables: &["THING_KEY"],
            kind: SchemeKind::ApiKey {
                location: Location::Header,
                name: "X-Key",
            },
        },
        Scheme {
            name: "raw",
            variables: &["THING_RAW"],
            kind: SchemeKind::ApiKey {
                location: Location::Header,
                name: "Authorization",
            },
        },
        Scheme {
            name: "asked",
            variables: &["THING_ASKED"],
            kind: SchemeKind::ApiKey {
                location: Location::Query,
                name: "api key",
            },
        },
        Scheme {
            name: "baked",
            variables: &["THING_BAKED"],
            kind: SchemeKind::ApiKey {
                location: Location::Cookie,
                name: "session",
            },
        },
    ],
    security: &[
        &[],
        &["basic"],
        &["token", "key"],
        &["raw"],
        &["asked", "baked"],
    ],
};

pub static GET: Operation = Operation {
    path: "/things/{id}",
    parameters: &[
        Parameter::path("id"),
        Parameter::query("filter"),
        Parameter::query("deep").style(Style::DeepObject(Items::Numbered)),
        Parameter::query("near").allow_reserved(),
        Parameter::query("where").content_json(),
        Parameter::header("X-Tag"),
        Parameter::header("Authorization"),
        Parameter::cookie("flavour"),
        Parameter::header("filter"),
    ],
    errors: &[
        ErrorBody::json::<Problem>(Status::Range(4)),
        ErrorBody::json::<Value>(Status::Default),
        ErrorBody::json::<Conflict>(Status::Exact(409)),
    ],
    ..Operation::new("getThing", Method::Get)
};

pub static POST: Operation = Operation {
    path: "/things",
    ..Operation::new("createThing", Method::Post)
};
pub static FORM: Operation = Operation {
    path: "/things",
    fields: &[
        Parameter::query("words").style(Style::SpaceDelimited),
        Parameter::query("ids").explode(false),
        Parameter::query("filter").content_json(),
        Parameter::query("page"),
    ],
    ..Operation::new("searchThings", Method::Post)
};
pub static PUT: Operation = Operation {
    path: "/things",
    ..Operation::new("putThing", Method::Put)
};
pub static HEAD: Operation = Operation {
    path: "/things",
    ..Operation::new("headThing", Method::Head)
};
pub static MOVING: Operation = Operation {
    path: "/things",
    listed: &[Status::Exact(200), Status::Range(3)],
    errors: &[ErrorBody::json::<Problem>(Status::Default)],
    ..Operation::new("moveThing", Method::Get)
};
pub static OPEN: Operation = Operation {
    path: "/open",
    security: Some(&[]),
    ..Operation::new("openThing", Method::Get)
};

/// A typed error body: the member `message`.
#[derive(Debug, PartialEq)]
pub struct Problem(pub String);

/// Another typed error body, any JSON object.
pub struct Conflict;

impl<'de> Deserialize<'de> for Problem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let message = value.get("message").and_then(Value::as_str);
        message
            .map(|text| Self(text.to_owned()))
            .ok_or_else(|| serde::de::Error::missing_field("message"))
    }
}

impl<'de> Deserialize<'de> for Conflict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(|_| Self)
    }
}

pub fn builder(url: &str) -> ClientBuilder {
    ClientBuilder::new(&API).base_url(url)
}

pub fn client(url: &str) -> Client {
    builder(url).build().unwrap()
}

pub fn get(client: &Client, id: &dyn ParameterValue) -> Request<Value> {
    Request::new(client, &GET, &[id], RawResponse::json)
}

pub fn post(client: &Client) -> Request<Value> {
    Request::new(client, &POST, &[], RawResponse::json)
}
