<?php

/** Roundcube's sign-in form says which kind of password it wants: an example of passkind in a program that renders its page on a server. */
class passkind extends rcube_plugin
{
    public $task = 'login';

    /** How often the name tried last was refused: before this request, and in it. */
    private $before;
    private $refused;

    public function init()
    {
        $this->load_config();
        // Read now: Roundcube empties the session at every attempt, before it asks the mail server.
        $this->before = $_SESSION['passkind'] ?? null;
        $this->add_hook('login_failed', [$this, 'count']);
        $this->add_hook('template_object_loginform', [$this, 'add_hints']);
    }

    /** Counts what the mail server has refused, whatever its reason was: an unknown name like a wrong password. */
    public function count($attempt)
    {
        if (!empty($attempt['code'])) {
            return; // nobody judged the pair: an unreachable server, an outdated page, Roundcube's own limit
        }
        $name = hash_hmac('sha256', $attempt['user'], rcmail::get_instance()->config->get('des_key'));
        $times = ($this->before['name'] ?? '') === $name ? $this->before['times'] : 0;
        $this->refused = ['name' => $name, 'times' => $times + 1];
    }

    /** Adds the script to the form, with the count if this page answers a refusal. What the mail server said stays out. */
    public function add_hints($form)
    {
        $_SESSION['passkind'] = $this->refused ?? $this->before;
        $this->include_stylesheet('passkind/passkind.css'); // the package's
        $this->include_stylesheet('passkind.css');
        $config = rcmail::get_instance()->config;
        $options = ['service' => $config->get('passkind_service', 'mailbox'), 'provider' => $config->get('passkind_provider')];
        $form['content'] .= html::tag('script', [
            'id' => 'passkind',
            'type' => 'module',
            'src' => $this->url('passkind.js'),
            'data-options' => json_encode(array_filter($options)),
            'data-refused' => $this->refused['times'] ?? 0,
        ], '');
        return $form;
    }
}
