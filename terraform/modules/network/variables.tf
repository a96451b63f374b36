variable "name" {
  description = "Prefix of every name."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name))
    error_message = "A name is 2 to 20 lower-case letters, digits and dashes, and begins with a letter."
  }
}

variable "cidr" {
  description = "Addresses of the VPC, a /16: three /20 for pods and nodes, three /24 for balancers, three /24 for the database."
  type        = string

  validation {
    condition     = can(cidrhost(var.cidr, 0)) && endswith(var.cidr, "/16")
    error_message = "The VPC needs a /16, such as 10.20.0.0/16."
  }
}

variable "availability_zones" {
  description = "Three zones of the region. Given, not looked up: a plan needs no account then."
  type        = list(string)

  validation {
    condition     = length(var.availability_zones) == 3 && length(distinct(var.availability_zones)) == 3
    error_message = "Three different availability zones are needed."
  }
}

variable "single_nat_gateway" {
  description = "One way out for all zones: cheaper, and a zone's failure cuts the card hosts off for everybody."
  type        = bool
  default     = false
}
