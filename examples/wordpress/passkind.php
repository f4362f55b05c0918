<?php
/**
 * Plugin Name: passkind
 * Description: WordPress' sign-in form says which kind of password it wants. An example of passkind in a program that renders its page on a server.
 */

defined('ABSPATH') || exit;

(static function (): void {
    $url = content_url('mu-plugins/passkind/');
    $refused = null;

    // WordPress says whether a name exists, and hints beside it would do so once more. Without an answer from the checks it gives one
    // that is the same for everybody.
    add_filter('authenticate', static function ($user) {
        $refusals = ['invalid_username', 'invalid_email', 'incorrect_password'];
        return is_wp_error($user) && in_array($user->get_error_code(), $refusals, true) ? null : $user;
    }, PHP_INT_MAX);

    // The name stays in the form, as WordPress leaves it there for a password that is wrong.
    add_filter('wp_login_errors', static function ($errors) {
        $answer = $errors->get_error_message('authentication_failed');
        return $answer === '' ? $errors : new WP_Error('incorrect_password', $answer);
    });

    // The form carries along which name was refused how often: WordPress has no session before the sign-in.
    $carried = static function (): array {
        $field = $_POST['passkind'] ?? '';
        $isOurs = is_string($field) && preg_match('/^([0-9a-f]{32}):([0-9]{1,3})$/', $field, $parts);
        return $isOurs ? ['name' => $parts[1], 'times' => (int) $parts[2]] : ['name' => '', 'times' => 0];
    };

    add_action('wp_login_failed', static function ($name, $error) use (&$refused, $carried): void {
        if ($error->get_error_code() === 'authentication_failed') { // others, such as a plugin's pause, have judged no pair
            $before = $carried();
            $now = wp_hash((string) $name);
            $refused = ['name' => $now, 'times' => $now === $before['name'] ? $before['times'] + 1 : 1];
        }
    }, 10, 2);

    add_action('login_enqueue_scripts', static function () use ($url): void {
        wp_enqueue_style('passkind', "{$url}package/passkind.css", [], null);
    });

    // Below the password field and its button. The hints about the password stand here: between field and button they would be in the way.
    add_action('login_form', static function () use (&$refused, $url, $carried): void {
        $before = $refused ?? $carried();
        if ($before['times'] > 0) {
            printf('<input type="hidden" name="passkind" value="%s:%d">', esc_attr($before['name']), $before['times']);
        }
        echo '<div data-passkind-for="password"></div>';
        wp_print_script_tag(['id' => 'passkind', 'type' => 'module', 'src' => "{$url}passkind.js", 'data-refused' => (string) ($refused['times'] ?? 0)]);
    });
})();
