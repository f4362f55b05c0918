//! The forms on which figures are measured, and a way to ask them all at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use passkind::{Assessment, Credentials, Guard, GuardOptions, Observation, Profile, Service, ServiceRule};

use crate::random::Random;
use crate::sign_in::SignIn;

/// A form and somebody in front of it.
pub(crate) struct Form {
    pub(crate) provider: Option<&'static str>,
    pub(crate) service: &'static str,
    identifier: String,
    guard: Guard,
}

impl Form {
    /// The form of that rule, with an identifier that fits.
    pub(crate) fn of(profile: &'static Profile, rule: &'static ServiceRule) -> Result<Self, String> {
        let service = rule.service.as_str();
        let mut random = Random::named(&format!("{} {service}", profile.id));
        let identifier = SignIn::of(profile, rule).identifier(&mut random);
        let guard = guard(Some(profile.id), rule.service)?;
        Ok(Self { provider: Some(profile.id), service, identifier, guard })
    }

    /// An account form of nobody we know.
    pub(crate) fn unknown() -> Result<Self, String> {
        let guard = guard(None, Service::ACCOUNT)?;
        Ok(Self {
            provider: None,
            service: Service::ACCOUNT.as_str(),
            identifier: "anna@example.com".to_owned(),
            guard,
        })
    }

    pub(crate) fn is_account(&self) -> bool {
        self.service == Service::ACCOUNT.as_str()
    }

    /// `google account`.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.provider.unwrap_or("(none)"), self.service)
    }

    /// What is said when that secret stands in it.
    pub(crate) fn ask(&self, secret: &str) -> Assessment {
        self.guard.assess(&Credentials::new(&self.identifier, secret), Observation::default())
    }
}

/// A guard; without a provider it follows from the address.
pub(crate) fn guard(provider: Option<&'static str>, service: Service) -> Result<Guard, String> {
    let mut options = GuardOptions::new(service);
    options.provider = provider.map(str::to_owned);
    Guard::new(options).map_err(|error| format!("{provider:?}: {error}"))
}

/// Every built-in rule.
pub(crate) fn rules() -> impl Iterator<Item = (&'static Profile, &'static ServiceRule)> {
    Profile::all().iter().flat_map(|profile| profile.services.iter().copied().map(move |rule| (profile, rule)))
}

/// Every account form, that of nobody we know first, and all of one provider's forms.
pub(crate) fn account_forms_and(provider: &str) -> Result<Vec<Form>, String> {
    let chosen = rules().filter(|(profile, rule)| profile.id == provider || rule.service == Service::ACCOUNT);
    [Form::unknown()].into_iter().chain(chosen.map(|(profile, rule)| Form::of(profile, rule))).collect()
}

/// Does the jobs on all processors; the answers stand in the order of the jobs.
pub(crate) fn all_at_once<J: Sync, A: Send>(jobs: &[J], work: impl Fn(&J) -> A + Sync) -> Vec<A> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = jobs.get(at) else { return done };
            done.push((at, work(job)));
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let mut done: Vec<(usize, A)> = thread::scope(|scope| {
        let started: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        started.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, answer)| answer).collect()
}
