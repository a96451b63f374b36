output "target_group_arns" {
  description = "The target groups by listener, for the chart."
  value       = { for name, group in aws_lb_target_group.this : name => group.arn }
}

output "ports" {
  description = "The ports that terminals use, by listener."
  value       = var.listeners
}

output "dns_name" {
  description = "What the name of the terminals' host has to point to."
  value       = aws_lb.this.dns_name
}

output "addresses" {
  description = "Addresses that stay, for firewalls of shops."
  value       = [for address in aws_eip.this : address.public_ip]
}

output "controller_policy" {
  description = "What the controller in the cluster may do."
  value       = data.aws_iam_policy_document.controller.json
}
